import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { giveAppImages } from "@/lab/app-images";
import { addHost, exec, mustExec, removeHost } from "@/lab/lab";
import { withChecks } from "@/lib/app-checks/name-checks";
import { secret } from "@/lib/core/secret";
import { rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import { toYaml } from "@/lib/kube-write/yaml-text";
import type { AppTemplate } from "@/lib/templates/template";
import { TEMPLATES, type TemplateId } from "@/lib/templates/templates";
import { kubeconfigEntry } from "@/server/kube/access";
import { applyObjects } from "@/server/services/apply-objects";
import { changeObject } from "@/server/services/change-object";
import { checkTemplate } from "@/server/services/check-template";
import { getBlastRadius } from "@/server/services/get-blast-radius";
import { getRollout } from "@/server/services/get-rollout";
import { systemClock } from "@/server/system-clock";
import { signedIn } from "@/server/testing/call-route";
import { installK3s } from "@/server/testing/lab-k3s";
import { testContainer, type TestContainer } from "@/server/testing/test-container";

const HOST = "kube5";
const ADDRESS = "10.203.1.245";
const SPACE = "blogs";
const TIGHT = "tight";

let panel: TestContainer;
let asking: Parameters<typeof applyObjects>[1];

const kubectl = (line: string) => mustExec(HOST, `k3s kubectl ${line}`);

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  const made = rewriteKubeconfig(await installK3s(HOST, ADDRESS), `https://${ADDRESS}:6443`);
  if (!made.ok) throw new Error(made.problem.detail);
  await giveAppImages([HOST], ["wordpress", "mariadb", "nginx"]);
  // A kubelet tells of new images with its next status, every ten seconds.
  await eventually(async () => {
    const known = await kubectl("get node -o jsonpath={.items[*].status.images[*].names}");
    for (const image of ["wordpress:6.8", "mariadb:11.4"]) expect(known).toContain(image);
  });
  panel = await testContainer({}, { ...systemClock, advance: () => {} });
  const { container } = panel;
  const { id } = await container.db.cluster.create({
    data: { name: "lab", spec: "{}", state: "ready" },
  });
  await container.vault.put(kubeconfigEntry(id), secret(made.value));
  const operator = await signedIn(container, "operator");
  const user = { id: operator.id, name: "Olga", role: "operator" } as const;
  asking = { clusterId: id, address: "192.0.2.1", user };
}, 300_000);

afterAll(async () => {
  await panel[Symbol.asyncDispose]();
  await removeHost(HOST);
});

async function valueOf<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: { detail: string } }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

const eventually = (check: () => Promise<void>, withinMs = 100_000) =>
  vi.waitFor(check, { timeout: withinMs, interval: 500 });

const filled = (template: AppTemplate, changes: object) => ({
  ...template.defaults({ randomPassword: () => "correct-horse-battery" }),
  ...{ namespace: SPACE, cpuMillis: 5 },
  ...changes,
});

const check = (template: TemplateId, changes: object = {}) =>
  valueOf(
    checkTemplate(panel.container, asking, {
      template,
      values: filled(TEMPLATES[template], changes),
    }),
  );

/** As the page does it: checks first, then what they make of the objects. */
async function deploy(id: TemplateId, changes: object = {}, dryRun = false) {
  const template: AppTemplate = TEMPLATES[id];
  const { checks } = await check(id, changes);
  const objects = withChecks(template.build(filled(template, changes)), checks);
  const sent = { text: toYaml(objects), namespace: "default", dryRun, conflicts: {} };
  const report = await valueOf(applyObjects(panel.container, asking, sent));
  return { checks: checks.map(({ code }) => code), report };
}

const deployment = (name: string) =>
  ({ apiVersion: "apps/v1", kind: "Deployment", namespace: SPACE, name }) as const;
const isUp = (name: string) =>
  eventually(async () =>
    expect(await valueOf(getRollout(panel.container, asking, deployment(name)))).toMatchObject({
      state: "done",
      available: 1,
    }),
  );

/** What the site's service answers, asked from its node. */
const page = async (path: string, form = "") => {
  const address = await kubectl(`get service -n ${SPACE} wordpress -o jsonpath={.spec.clusterIP}`);
  const { stdout } = await exec(HOST, `curl -s -m 20 ${form} http://${address}${path}`);
  return stdout;
};

const INSTALL = [
  "weblog_title=Rowing+club",
  ...["user_name=ada", "admin_email=ada%40example.org", "language=", "blog_public=0"],
  ...["admin_password=correct-horse", "admin_password2=correct-horse", "pw_weak=1"],
].join("&");

describe("WordPress from its template", () => {
  it("comes up with its database and shows its first page", async () => {
    const { checks, report } = await deploy("wordpress");
    expect(checks).toEqual(["namespace-new", "pinned-volume", "image-there", "image-there"]);
    expect(report.clean).toBe(true);
    await isUp("wordpress-database");
    await isUp("wordpress");
    expect(await page("/wp-admin/install.php")).toContain("WordPress");
    expect(await page("/wp-admin/install.php?step=2", `--data '${INSTALL}'`)).toContain("Success");
    expect(await page("/")).toContain("Rowing club");
  }, 300_000);

  it("keeps its posts when both pods are deleted", async () => {
    await kubectl(`delete pod -n ${SPACE} --all --wait=true`);
    await isUp("wordpress-database");
    await isUp("wordpress");
    expect(await page("/")).toContain("Rowing club");
  }, 300_000);

  it("is ready when its address is an https one, which the container does not speak", async () => {
    const sql =
      "UPDATE wp_options SET option_value='https://blog.example.org' WHERE option_name='siteurl'";
    const line = `mariadb -uwordpress -p"$MARIADB_PASSWORD" wordpress -e "${sql}"`;
    await kubectl(
      `exec -n ${SPACE} deploy/wordpress-database -- sh -c '${line.replaceAll("'", `'\\''`)}'`,
    );
    await kubectl(`rollout restart -n ${SPACE} deployment/wordpress`);
    await kubectl(`rollout status -n ${SPACE} deployment/wordpress --timeout=100s`);
  }, 300_000);

  it("keeps the password that its volume knows when it is deployed again", async () => {
    const again = await deploy("wordpress", { databasePassword: "another-one-made-by-the-form" });
    expect(again.checks).toContain("password-kept");
    await kubectl(`delete pod -n ${SPACE} --all --wait=true`);
    await isUp("wordpress-database");
    await isUp("wordpress");
  }, 300_000);

  it("tells of its volumes when it is deleted, and of the password when only those are left", async () => {
    const blast = await valueOf(
      getBlastRadius(panel.container, asking, deployment("wordpress-database")),
    );
    expect(JSON.stringify(blast)).toContain("wordpress-database");
    expect(JSON.stringify(blast)).toMatch(/olume/);
    for (const name of ["wordpress", "wordpress-database"]) {
      const object = deployment(name);
      expect(
        await changeObject(panel.container, asking, {
          action: "delete",
          object,
          propagation: "Background",
          confirmName: name,
        }),
      ).toMatchObject({ ok: true });
    }
    await kubectl(`delete secret -n ${SPACE} wordpress-database`);
    expect((await check("wordpress")).checks.map(({ code }) => code)).toContain("password-lost");
    expect(await kubectl(`get pvc -n ${SPACE} -o name`)).toContain("wordpress-files");
  }, 300_000);
});

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "x\nkind: ClusterRoleBinding\n---\napiVersion: v1",
  "$(reboot); `reboot` && rm -rf / #",
  "{{ .Values.x }} $(HOME) $$",
  "!!js/function 'x' &a [*a,*a] <<",
  "\u2028\u2029\ttab: [\u0007",
] as const;

describe("what is typed into a form", () => {
  it.each(HOSTILE)("is text to the real API: %j", async (text) => {
    const environment = [
      { name: "OPEN", value: text, secret: false },
      { name: "HIDDEN", value: text, secret: true },
    ];
    const one = await deploy(
      "any-image",
      { name: "hostile", image: "nginx:1.28", environment },
      true,
    );
    expect(one.report.results.map(({ problem }) => problem?.detail)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const two = await deploy("static-site", { name: "page", page: text }, true);
    expect(two.report.results.map(({ kind }) => kind)).toEqual([
      "ConfigMap",
      "Deployment",
      "Service",
    ]);
    expect(two.report.clean).toBe(true);
  });

  it.each([
    ["name", "a\nkind: Secret"],
    ["namespace", "kube-system/../x"],
    ["image", "nginx:1 --privileged"],
    ["image", "Nginx:1"],
    ["expose", { kind: "host", host: "a.example.org/$(x)" }],
    ["environment", [{ name: "A=B", value: "", secret: false }]],
  ])("is refused at %s when it is %j", async (name, value) => {
    const values = filled(TEMPLATES.nginx, { [name]: value });
    const answer = await checkTemplate(panel.container, asking, { template: "nginx", values });
    expect(answer).toMatchObject({ ok: false, problem: { code: "input.invalid" } });
    const { fields = {} } = answer.ok ? {} : answer.problem;
    expect(Object.keys(fields)[0]?.split(".")[0]).toBe(name);
  });
});

const isAboutBounds = (code: string) => !code.startsWith("image-");

describe("a namespace with bounds", () => {
  beforeAll(async () => {
    await kubectl(`create namespace ${TIGHT}`);
    await kubectl(`create quota -n ${TIGHT} few --hard=pods=3,count/deployments.apps=5`);
    const range = `{"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"small"},"spec":{"limits":[{"type":"Container","max":{"memory":"48Mi"}}]}}`;
    await exec(HOST, `k3s kubectl apply -n ${TIGHT} -f -`, range);
    await eventually(async () =>
      expect(await kubectl(`get quota -n ${TIGHT} few -o jsonpath={.status.hard.pods}`)).toBe("3"),
    );
  });

  it("says beforehand what would never start, though the API takes the deployment", async () => {
    const values = { namespace: TIGHT, replicas: 4 };
    const { checks, report } = await deploy("nginx", values, true);
    expect(report.clean).toBe(true);
    expect(checks.filter(isAboutBounds)).toEqual(["quota", "limit"]);
    const fits = await check("nginx", { ...values, replicas: 3, memoryLimitMiB: 48 });
    const said = fits.checks.map(({ code }) => code);
    expect(said.filter(isAboutBounds)).toEqual(["quota-holds"]);
  });
});
