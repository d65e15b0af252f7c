import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addHost, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import { toYaml } from "@/lib/kube-write/yaml-text";
import type { ChangeInput } from "@/lib/schemas/kube-change";
import { TEMPLATES } from "@/lib/templates/templates";
import { kubeconfigEntry } from "@/server/kube/access";
import { applyObjects } from "@/server/services/apply-objects";
import { cancelDrain } from "@/server/services/cancel-drain";
import { changeObject } from "@/server/services/change-object";
import { drainNode } from "@/server/services/drain-node";
import { editObject } from "@/server/services/edit-object";
import { getBlastRadius } from "@/server/services/get-blast-radius";
import { getRollout } from "@/server/services/get-rollout";
import { openObject } from "@/server/services/open-object";
import { previewDrain } from "@/server/services/preview-drain";
import { systemClock } from "@/server/system-clock";
import { signedIn } from "@/server/testing/call-route";
import { installK3s } from "@/server/testing/lab-k3s";
import { testContainer, type TestContainer } from "@/server/testing/test-container";

const HOST = "kube2";
const ADDRESS = "10.203.1.242";
const SPACE = "club";
const WEB = { apiVersion: "apps/v1", kind: "Deployment", namespace: SPACE, name: "web" };
/** Stands in for nginx:1.14.2, which no registry can be asked for here. */
const IMAGE = "nginx:lab";

let panel: TestContainer;
let asking: Parameters<typeof applyObjects>[1];

const kubectl = (line: string) => mustExec(HOST, `k3s kubectl ${line}`);
const eventually = (check: () => Promise<void>, withinMs = 60_000) =>
  vi.waitFor(check, { timeout: withinMs, interval: 300 });

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  const made = rewriteKubeconfig(await installK3s(HOST, ADDRESS), `https://${ADDRESS}:6443`);
  if (!made.ok) throw new Error(made.problem.detail);
  panel = await testContainer({}, { ...systemClock, advance: () => {} });
  const { container } = panel;
  const { id } = await container.db.cluster.create({
    data: { name: "lab", spec: "{}", state: "ready" },
  });
  await container.vault.put(kubeconfigEntry(id), secret(made.value));
  const operator = await signedIn(container, "operator");
  const user = { id: operator.id, name: "Olga", role: "operator" } as const;
  asking = { clusterId: id, address: "192.0.2.1", user };
}, 240_000);

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

const nginx = (changes: object = {}) =>
  toYaml(
    TEMPLATES.nginx.build({
      ...TEMPLATES.nginx.defaults({ randomPassword: () => "" }),
      ...{ name: "web", namespace: SPACE, image: IMAGE, cpuMillis: 5, memoryMiB: 8 },
      ...changes,
    }),
  );
const NAMESPACE = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${SPACE}\n---\n`;

const apply = (text: string, more: object = {}) =>
  valueOf(
    applyObjects(panel.container, asking, {
      ...{ text, namespace: "default", dryRun: false, conflicts: {} },
      ...more,
    }),
  );
const change = (input: ChangeInput) => changeObject(panel.container, asking, input);
const rollout = () => valueOf(getRollout(panel.container, asking, WEB));
const outcomes = (report: Awaited<ReturnType<typeof apply>>) =>
  report.results.map(({ kind, outcome }) => `${kind} ${outcome}`);

describe("changing a real cluster as an operator", () => {
  it("tries a whole text first, and what cannot be tried yet is said", async () => {
    const report = await apply(NAMESPACE + nginx(), { dryRun: true });
    expect(outcomes(report)).toEqual(["Namespace create", "Deployment later", "Service later"]);
    expect(report.clean).toBe(true);
  });

  it("deploys ten copies from the template and follows them until they are ready", async () => {
    expect(outcomes(await apply(NAMESPACE + nginx()))).toEqual([
      "Namespace create",
      "Deployment create",
      "Service create",
    ]);
    await eventually(async () =>
      expect(await rollout()).toMatchObject({ state: "done", desired: 10, available: 10 }),
    );
    expect(outcomes(await apply(NAMESPACE + nginx()))).toEqual([
      "Namespace same",
      "Deployment same",
      "Service same",
    ]);
  });

  it("changes nothing when one object of a text is refused, and says where", async () => {
    const broken = nginx({ replicas: 3 }).replace("replicas: 3", "replicas: 3\n  replica: 4");
    const report = await apply(`${nginx({ name: "second" })}---\n${broken}`);
    expect(report.clean).toBe(false);
    const refused = report.results.find(({ outcome }) => outcome === "failed");
    expect(refused).toMatchObject({
      ...{ kind: "Deployment", name: "web" },
      problem: { code: "kube.invalid" },
    });
    const lines = `${nginx({ name: "second" })}---\n${broken}`.split("\n");
    expect(lines[(refused?.marks[0]?.line ?? 0) - 1]).toBe("  replica: 4");
    expect(outcomes(report)).toContain("Deployment not-tried");
    expect(await kubectl(`get deploy -n ${SPACE} -o name`)).toBe("deployment.apps/web");
  });

  it("puts what the API finds wrong at the line of the text", async () => {
    const text = nginx().replace("containerPort: 80", "containerPort: 80000");
    const report = await apply(text, { dryRun: true });
    const refused = report.results.find(({ outcome }) => outcome === "failed");
    expect(refused?.problem?.code).toBe("kube.invalid");
    expect(text.split("\n")[(refused?.marks[0]?.line ?? 0) - 1]).toContain("80000");
  });

  it("scales, and refuses to when somebody changed the object since it was looked at", async () => {
    const { resourceVersion } = await rollout();
    const scale = { action: "scale", object: WEB, replicas: 4, resourceVersion } as const;
    expect(await change(scale)).toMatchObject({ ok: true });
    await eventually(async () =>
      expect(await rollout()).toMatchObject({ state: "done", desired: 4, available: 4 }),
    );
    expect(await change({ ...scale, replicas: 9 })).toMatchObject({
      ok: false,
      problem: { code: "kube.conflict" },
    });
  });

  it("takes its own scale back without asking who owns the field", async () => {
    const report = await apply(nginx({ replicas: 3 }));
    expect(outcomes(report)).toEqual(["Deployment change", "Service same"]);
    expect((await rollout()).desired).toBe(3);
  });

  it("says which image is missing, and rolls back to the revision before", async () => {
    await apply(nginx({ replicas: 3, image: "registry.invalid/club/galery:2" }));
    await eventually(async () => {
      const { state, reasons } = await rollout();
      expect(state).toBe("going");
      expect(reasons[0]).toMatchObject({ code: "image", registry: "registry.invalid" });
    });
    const { revisions, resourceVersion } = await rollout();
    expect(revisions.map(({ images }) => images)).toEqual([
      ["registry.invalid/club/galery:2"],
      [IMAGE],
    ]);
    const back = revisions[1]?.revision ?? 0;
    expect(await change({ action: "rollback", object: WEB, revision: back })).toEqual({
      ok: true,
      value: undefined,
    });
    await eventually(async () =>
      expect(await rollout()).toMatchObject({ state: "done", desired: 3 }),
    );
    const late = { action: "rollback", object: WEB, revision: back + 1, resourceVersion } as const;
    expect(await change(late)).toMatchObject({ ok: false, problem: { code: "kube.conflict" } });
  });

  it("restarts every copy, and holds and resumes a rollout", async () => {
    const before = await kubectl(`get pods -n ${SPACE} -o name`);
    expect(await change({ action: "pause", object: WEB })).toMatchObject({ ok: true });
    expect(await change({ action: "restart", object: WEB })).toMatchObject({
      ok: false,
      problem: { code: "kube.invalid" },
    });
    expect((await rollout()).paused).toBe(true);
    expect(await change({ action: "resume", object: WEB })).toMatchObject({ ok: true });
    expect(await change({ action: "restart", object: WEB })).toMatchObject({ ok: true });
    await eventually(async () => expect((await rollout()).state).toBe("done"));
    const after = (await kubectl(`get pods -n ${SPACE} -o name`)).split("\n");
    expect(after.filter((pod) => before.includes(pod))).toEqual([]);
  });

  it("names who keeps a field, and takes it over or leaves it", async () => {
    const hand = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: ${SPACE}}\nspec: {replicas: 2}\n`;
    await mustExec(
      HOST,
      `printf '${hand.replaceAll("\n", "\\n")}' | k3s kubectl apply --server-side --force-conflicts --field-manager=flux -f -`,
    );
    const report = await apply(nginx({ replicas: 5 }));
    expect(outcomes(report)).toEqual(["Deployment conflict", "Service not-tried"]);
    expect(report.results[0]?.conflicts).toEqual([
      { field: ".spec.replicas", manager: "flux", mine: "5", theirs: "2" },
    ]);
    const key = `Deployment ${SPACE}/web`;
    const kept = await apply(nginx({ replicas: 5 }), { conflicts: { [key]: "keep-theirs" } });
    expect(kept.clean).toBe(true);
    expect((await rollout()).desired).toBe(2);
    const taken = await apply(nginx({ replicas: 5 }), { conflicts: { [key]: "take-over" } });
    expect(taken.clean).toBe(true);
    expect((await rollout()).desired).toBe(5);
  });

  it("merges an edit with what somebody changed meanwhile, and asks where both changed the same", async () => {
    const { text: base } = await valueOf(openObject(panel.container, asking, WEB));
    expect(base).not.toContain("managedFields");
    await kubectl(`annotate deploy web -n ${SPACE} club=1`);
    await kubectl(`scale deploy web -n ${SPACE} --replicas=6`);
    const edit = (text: string, more: object = {}) =>
      valueOf(
        editObject(panel.container, asking, {
          ...{ object: WEB, base, text, dryRun: false, decided: {} },
          ...more,
        }),
      );
    const mine = base.replace("spec:\n", "spec:\n  minReadySeconds: 1\n");
    expect(await edit(mine)).toMatchObject({ outcome: "changed" });
    const now = await kubectl(
      `get deploy web -n ${SPACE} -o jsonpath='{.spec.replicas} {.spec.minReadySeconds} {.metadata.annotations.club}'`,
    );
    expect(now).toBe("6 1 1");
    const clash = base.replace("replicas: 5", "replicas: 7");
    const asked = await edit(clash);
    expect(asked).toMatchObject({
      outcome: "conflict",
      conflicts: [{ path: "spec.replicas", base: "5", mine: "7", theirs: "6" }],
    });
    const settled = await edit(clash, { decided: { "spec.replicas": "mine" } });
    expect(settled).toMatchObject({ outcome: "changed" });
    expect(settled.owned).toContainEqual({ path: "spec.replicas", managers: ["kubectl"] });
    expect((await rollout()).desired).toBe(7);
    expect(await edit(clash, { decided: { "spec.replicas": "mine" } })).toMatchObject({
      outcome: "same",
    });
  });

  it("shows no value of a secret in the editor, and keeps those that were not replaced", async () => {
    await kubectl(
      `create secret generic keys -n ${SPACE} --from-literal=a=first --from-literal=b=second`,
    );
    const object = { apiVersion: "v1", kind: "Secret", namespace: SPACE, name: "keys" };
    const { text: base } = await valueOf(openObject(panel.container, asking, object));
    expect(base).not.toContain(Buffer.from("first").toString("base64"));
    const text = base.replace("b: (hidden)", `b: ${Buffer.from("third").toString("base64")}`);
    const saved = await valueOf(
      editObject(panel.container, asking, { object, base, text, dryRun: false, decided: {} }),
    );
    expect(saved.outcome).toBe("changed");
    expect(JSON.stringify(saved)).not.toContain(Buffer.from("first").toString("base64"));
    const stored = await kubectl(`get secret keys -n ${SPACE} -o jsonpath='{.data.a} {.data.b}'`);
    expect(stored.split(" ").map((value) => Buffer.from(value, "base64").toString())).toEqual([
      "first",
      "third",
    ]);
  });

  it("lets the cluster refuse what the role may not do, in words", async () => {
    const text = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everything-is-mine}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "gandalf:operator"}]
`;
    const report = await apply(text);
    expect(report.results[0]).toMatchObject({
      outcome: "failed",
      problem: { code: "kube.forbidden" },
    });
  });

  it("brings a new kind and an object of it in one text", async () => {
    const text = `apiVersion: lab.example/v1
kind: Kettle
metadata: {name: big, namespace: ${SPACE}}
spec: {litres: 3}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: kettles.lab.example}
spec:
  group: lab.example
  scope: Namespaced
  names: {plural: kettles, singular: kettle, kind: Kettle}
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`;
    const administrator = { ...asking, user: { ...asking.user, role: "administrator" as const } };
    const input = { text, namespace: "default", dryRun: false, conflicts: {} };
    const tried = await valueOf(
      applyObjects(panel.container, administrator, { ...input, dryRun: true }),
    );
    expect(outcomes(tried)).toEqual(["Kettle later", "CustomResourceDefinition create"]);
    const made = await valueOf(applyObjects(panel.container, administrator, input));
    expect(outcomes(made)).toEqual(["Kettle create", "CustomResourceDefinition create"]);
    const ref = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      namespace: "",
      name: "kettles.lab.example",
    };
    const blast = await valueOf(getBlastRadius(panel.container, administrator, ref));
    expect(blast).toMatchObject({
      typed: true,
      items: [{ code: "instances", verdict: "lost", names: [`${SPACE}/big`] }],
    });
  });

  it("says what goes with a deployment, and deletes it with its pods", async () => {
    const object = { ...WEB, name: "short" };
    const text = nginx({
      name: "short",
      replicas: 2,
      expose: { kind: "host", host: "club.example.org" },
    });
    await apply(text);
    const read = () => valueOf(getBlastRadius(panel.container, asking, object));
    await eventually(async () =>
      expect((await read()).items).toMatchObject([
        { code: "pods", verdict: "goes", count: 2 },
        { code: "services", verdict: "breaks", names: ["short"] },
        { code: "hosts", verdict: "breaks", names: ["club.example.org"] },
      ]),
    );
    const { uid, typed } = await read();
    expect(typed).toBe(true);
    const wish = {
      action: "delete",
      object,
      uid,
      propagation: "Foreground",
      confirmName: "",
    } as const;
    expect(await change(wish)).toMatchObject({ ok: false, problem: { code: "input.invalid" } });
    expect(await change({ ...wish, confirmName: "short", uid: "another" })).toMatchObject({
      ok: false,
      problem: { code: "kube.conflict" },
    });
    expect(await change({ ...wish, confirmName: "short" })).toMatchObject({ ok: true });
    await eventually(async () =>
      expect(
        await kubectl(`get pods -n ${SPACE} -l app.kubernetes.io/instance=short -o name`),
      ).toBe(""),
    );
  });

  it("stops at a budget, says which pod it guards, and gives the node back when cancelled", async () => {
    await change({ action: "scale", object: WEB, replicas: 2 });
    await apply(`apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: ${SPACE}}
spec: {minAvailable: 2, selector: {matchLabels: {app.kubernetes.io/instance: web}}}
`);
    const look = () => valueOf(previewDrain(panel.container, asking, HOST));
    await eventually(async () =>
      expect((await look()).preview.budgets).toContainEqual({
        ...{ namespace: SPACE, name: "web", allowed: 0, pods: 2 },
      }),
    );
    const wish = { node: HOST, deleteEmptyDir: true, deleteBarePods: false, timeoutSeconds: 300 };
    await valueOf(drainNode(panel.container, asking, wish));
    await eventually(async () => {
      const { progress, preview } = await look();
      expect(preview.cordoned).toBe(true);
      const blocked = progress?.pods.filter(({ state }) => state === "blocked") ?? [];
      expect(blocked.map(({ namespace }) => namespace)).toEqual([SPACE, SPACE]);
      expect(blocked[0]?.message).toContain("budget");
    });
    expect(await drainNode(panel.container, asking, wish)).toMatchObject({
      problem: { code: "object.conflict" },
    });
    await valueOf(cancelDrain(panel.container, asking, HOST));
    await eventually(async () => {
      const { progress, preview } = await look();
      expect(progress?.state).toBe("cancelled");
      expect(preview.cordoned).toBe(false);
    });
    const after = (await kubectl(`get pods -n ${SPACE} -o name`)).split("\n");
    expect(after.filter((name) => name.includes("/web-"))).toHaveLength(2);
  });

  it("empties a node within the budgets, and lets pods back", async () => {
    await kubectl(`delete pdb web -n ${SPACE}`);
    const wish = { node: HOST, deleteEmptyDir: true, deleteBarePods: true, timeoutSeconds: 120 };
    await valueOf(drainNode(panel.container, asking, wish));
    await eventually(async () => {
      const { progress } = await valueOf(previewDrain(panel.container, asking, HOST));
      expect(progress).toMatchObject({ state: "done", problem: null });
    }, 120_000);
    expect(await change({ action: "declare-off", node: HOST, confirmName: HOST })).toMatchObject({
      ok: false,
      problem: { code: "kube.invalid" },
    });
    expect(await change({ action: "uncordon", node: HOST })).toMatchObject({ ok: true });
    await eventually(async () => expect((await rollout()).state).toBe("done"), 90_000);
  });

  it("labels and taints a node, each only on top of what was looked at", async () => {
    const node = HOST;
    expect(await change({ action: "label-node", node, labels: { disk: "ssd" } })).toMatchObject({
      ok: true,
    });
    const taint = { key: "club", value: "only", effect: "NoSchedule" } as const;
    const input = { action: "taint-node", node, taints: [taint] } satisfies ChangeInput;
    expect(await change({ ...input, resourceVersion: "1" })).toMatchObject({
      problem: { code: "kube.conflict" },
    });
    expect(await change(input)).toMatchObject({ ok: true });
    expect(
      await kubectl(`get node ${HOST} -o jsonpath='{.metadata.labels.disk} {.spec.taints[0].key}'`),
    ).toBe("ssd club");
    await change({ action: "taint-node", node, taints: [] });
    await change({ action: "label-node", node, labels: { disk: null } });
  });

  it("wrote down who did it, and no value of anything", async () => {
    const entries = await panel.container.db.auditEntry.findMany();
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of ["kube.apply", "kube.scale", "kube.rollback", "kube.delete", "node.drain"])
      expect(actions).toContain(action);
    expect(entries.every(({ actor }) => actor === "Olga")).toBe(true);
    expect(JSON.stringify(entries)).not.toContain("third");
  });
});
