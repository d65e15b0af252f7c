import { globSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, type UserRole } from "@/lib/schemas/session";
import type { Route } from "@/server/http/define-route";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { allows } from "./permissions";

const ROOT = join(import.meta.dirname, "../..");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * What the variable parts of addresses name, and whose that is. Objects of everybody are guarded by the role's permission
 * alone; those of one person are tested below or where it is said. A new name is a decision, made here.
 */
const OWNERS = {
  id: "everybody: a cluster, host, job or bundle",
  kind: "everybody: a kind of object in a cluster",
  name: "everybody: a file of a bundle",
  token: "a person: tested below",
  opening: "a person: server/services, tests of openings",
} as const;

const variableParts = (file: string) =>
  [...file.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name ?? "");

const FILES = globSync("app/api/v1/**/route.ts", { cwd: ROOT }).sort();
const modules = await Promise.all(
  FILES.map(async (file) => ({
    file,
    exported: (await import(join(ROOT, file))) as Record<string, Route | undefined>,
  })),
);
const GUARDED = modules.flatMap(({ file, exported }) =>
  METHODS.flatMap((method) => {
    const route = exported[method];
    return route === undefined || route.permission === "public" ? [] : [{ file, method, route }];
  }),
);

test("every variable part of an address has an owner", () => {
  expect(GUARDED.length).toBeGreaterThan(60);
  const names = new Set(FILES.flatMap(variableParts));
  expect([...names].filter((name) => !Object.hasOwn(OWNERS, name))).toEqual([]);
});

let panel: TestContainer;
const people = new Map<UserRole, Awaited<ReturnType<typeof signedIn>>>();
beforeAll(async () => {
  panel = await testContainer();
  for (const role of ROLES) people.set(role, await signedIn(panel.container, role));
});
afterAll(() => panel[Symbol.asyncDispose]());

const cookieOf = (role: UserRole) => people.get(role)?.cookie ?? "";

/** Well-formed, and of nothing. */
const NOBODY = "cnothing12345678901234567";
const PARAMS = { id: NOBODY, kind: "pods", name: "k3s", token: NOBODY, opening: NOBODY };

describe("an object that does not exist", () => {
  const ofObjects = GUARDED.filter(({ file }) => variableParts(file).length > 0);

  test.each(ofObjects)("$method of $file is refused to every role", async ({ route, method }) => {
    const { permission } = route;
    if (permission === "public") throw new Error("not reached: filtered above");
    for (const role of ROLES.filter((each) => allows(each, permission))) {
      const call = { method, params: PARAMS, cookie: cookieOf(role) };
      const body = method === "GET" || method === "DELETE" ? {} : { body: {} };
      const answer = await callRoute(route, { ...call, ...body });
      // 422: what was sent is looked at before what it is for. Never a success, never a bug.
      expect([404, 409, 422], `${role}: ${answer.status}`).toContain(answer.status);
    }
  });
});

describe("a kubeconfig token", () => {
  const path = "app/api/v1/clusters/[id]/kubeconfigs/[token]/route.ts";
  const end = GUARDED.find(({ file, method }) => file === path && method === "DELETE")?.route;

  test.each(ROLES.flatMap((owner) => ROLES.map((other) => ({ owner, other }))))(
    "of one $owner is not for another $other to end, unless that is an administrator",
    async ({ owner, other }) => {
      if (end === undefined) throw new Error(`${path} has no DELETE`);
      const { db, kubeTokens } = panel.container;
      const cluster = await db.cluster.create({ data: { name: crypto.randomUUID(), spec: "{}" } });
      const [holder, caller] = [
        await signedIn(panel.container, owner),
        await signedIn(panel.container, other),
      ];
      const wanted = { userId: holder.id, clusterId: cluster.id, name: "laptop", ttlMs: 60_000 };
      const { id } = await kubeTokens.create(wanted);
      const params = { id: cluster.id, token: id };
      const call = { method: "DELETE", params };
      const answer = await callRoute(end, { ...call, cookie: caller.cookie });
      expect(answer.status).toBe(allows(other, "kubeconfig:manage") ? 204 : 404);
      const left = await db.kubeToken.count({ where: { id, revokedAt: null } });
      expect(left).toBe(answer.status === 204 ? 0 : 1);
      const own = await callRoute(end, { ...call, cookie: holder.cookie });
      expect(own.status).toBe(answer.status === 204 ? 404 : 204);
    },
  );
});
