import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import type { Problem } from "@/lib/core/problem";
import type { SessionUser, UserRole } from "@/lib/schemas/session";
import type { Result } from "@/lib/core/result";
import { EchoApi } from "@/server/kube-proxy/testing/echo-api";
import { openPanel, type OpenPanel } from "@/server/kube-proxy/testing/open-panel";
import { signedIn } from "@/server/testing/call-route";
import { createKubeToken, type PanelPlace } from "./create-kube-token";
import { listKubeTokens } from "./list-kube-tokens";
import { revokeKubeToken } from "./revoke-kube-token";

let api: EchoApi;
let open: OpenPanel;

beforeEach(async () => {
  api = await EchoApi.start();
  open = await openPanel(api.hub);
});
afterEach(async () => {
  await open[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const value = <T>(result: Result<T, Problem>): T => {
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
};

async function person(role: UserRole): Promise<SessionUser> {
  const { token } = await signedIn(open.container, role);
  return (await open.container.sessions.find(token)) as SessionUser;
}

const make = (user: SessionUser, place: PanelPlace, container = open.container) =>
  createKubeToken(container, {
    ...{ clusterId: open.clusterId, user, address: "192.0.2.1", name: "laptop", days: 7, place },
  });
const PLAIN = { host: "panel.test:3000", secure: false };

interface Kubeconfig {
  clusters: { cluster: Record<string, string> }[];
  users: { user: { token: string } }[];
}
const read = (yaml: string) => parse(yaml) as Kubeconfig;

test("over plain http the kubeconfig brings the panel's own certificate", async () => {
  const { yaml, server } = value(await make(await person("operator"), PLAIN));
  expect(server).toBe(`https://panel.test:3000/k8s/${open.clusterId}`);
  const [entry] = read(yaml).clusters;
  expect(entry?.cluster).toMatchObject({ server, "tls-server-name": "gandalf-panel" });
  expect(atob(entry?.cluster["certificate-authority-data"] ?? "")).toContain("BEGIN CERTIFICATE");
});

test("behind a proxy with a certificate it names the proxy, and brings none", async () => {
  const user = await person("viewer");
  const behind = value(await make(user, { host: "panel.example.org", secure: true }));
  expect(read(behind.yaml).clusters[0]?.cluster).toEqual({
    server: `https://panel.example.org/k8s/${open.clusterId}`,
  });
  const publicUrl = new URL("https://gandalf.example.org");
  const config = { ...open.container.config, publicUrl };
  const named = value(await make(user, PLAIN, { ...open.container, config }));
  expect(named.server).toBe(`https://gandalf.example.org/k8s/${open.clusterId}`);
});

test.each(["evil.test/x", "a b", "", "host:99999999", 'x"\n- evil: 1', "user@host"])(
  "the Host header %j does not get into a kubeconfig",
  async (host) => {
    const made = await make(await person("operator"), { host, secure: false });
    expect(made).toMatchObject({ ok: false, problem: { code: "input.invalid" } });
    expect(await open.container.db.kubeToken.count()).toBe(0);
  },
);

test("only the hash of a token is kept, and it is in no audit", async () => {
  const { yaml } = value(await make(await person("operator"), PLAIN));
  const token = read(yaml).users[0]?.user.token ?? "";
  expect(token).toHaveLength(43);
  const { db } = open.container;
  const stored = JSON.stringify([await db.kubeToken.findMany(), await db.auditEntry.findMany()]);
  expect(stored).not.toContain(token);
});

test("one sees and ends one's own; an administrator everybody's", async () => {
  const [ada, bob, root] = [
    await person("operator"),
    await person("operator"),
    await person("administrator"),
  ];
  const { token } = value(await make(ada, PLAIN));
  const listed = async (user: SessionUser) =>
    value(await listKubeTokens(open.container, { clusterId: open.clusterId, user })).tokens.map(
      ({ id }) => id,
    );
  expect(await listed(ada)).toEqual([token.id]);
  expect(await listed(bob)).toEqual([]);
  expect(await listed(root)).toEqual([token.id]);
  const where = { clusterId: open.clusterId, tokenId: token.id, address: "192.0.2.1" };
  expect(await revokeKubeToken(open.container, { ...where, user: bob })).toMatchObject({
    ok: false,
    problem: { code: "object.not-found" },
  });
  const other = { ...where, clusterId: "cother123456", user: root };
  expect((await revokeKubeToken(open.container, other)).ok).toBe(false);
  expect((await revokeKubeToken(open.container, { ...where, user: root })).ok).toBe(true);
  expect(await listed(ada)).toEqual([]);
});
