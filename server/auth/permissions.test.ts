import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PERMISSIONS, ROLES, type UserRole } from "@/lib/schemas/session";
import type { Route } from "@/server/http/define-route";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { allows } from "./permissions";

const ROOT = join(import.meta.dirname, "../..");
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ROUTES = globSync("app/**/route.{ts,tsx,js}", { cwd: ROOT }).sort();

/** Routes for people who are not signed in. Adding one is a decision, so it is made here too. */
const PUBLIC = [
  "DELETE app/api/v1/session/route.ts",
  "GET app/api/v1/session/route.ts",
  "POST app/api/v1/session/route.ts",
  "POST app/api/v1/setup/route.ts",
];

interface Exported {
  readonly file: string;
  readonly method: string;
  /** The permission as it is written, or null when this is not a declared route. */
  readonly permission: string | null;
}

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The literal of `permission:` in `<callee>({ permission: "…" })`, or null. */
function declared(value: ts.Expression | undefined, callee: string): string | null {
  if (value === undefined || !ts.isCallExpression(value)) return null;
  const [spec] = value.arguments;
  if (value.expression.getText() !== callee || spec === undefined) return null;
  if (!ts.isObjectLiteralExpression(spec)) return null;
  for (const property of spec.properties)
    if (ts.isPropertyAssignment(property) && property.name.getText() === "permission")
      return ts.isStringLiteral(property.initializer) ? property.initializer.text : null;
  return null;
}

const parse = (file: string) =>
  ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** Everything a route file exports that Next would answer requests with, however it is written. */
function exportsOf(file: string): Exported[] {
  const found: Exported[] = [];
  for (const node of parse(file).statements) {
    if (ts.isExportDeclaration(node) || ts.isExportAssignment(node))
      found.push({ file, method: node.getText(), permission: null }); // hides what it exports
    if (!isExported(node)) continue;
    if (ts.isFunctionDeclaration(node))
      found.push({ file, method: node.name?.text ?? "default", permission: null });
    if (ts.isVariableStatement(node))
      for (const { name, initializer } of node.declarationList.declarations)
        if (METHODS.includes(name.getText()))
          found.push({
            file,
            method: name.getText(),
            permission: declared(initializer, "defineRoute"),
          });
  }
  return found;
}

const ALL = ROUTES.flatMap(exportsOf);

describe("every way in names its permission", () => {
  test("the look at the routes saw some", () => {
    expect(ROUTES.length).toBeGreaterThan(10);
    expect(ALL.length).toBeGreaterThanOrEqual(ROUTES.length);
  });

  test.each(ALL)("$method of $file is a defineRoute with a permission", ({ permission }) => {
    expect(["public", ...PERMISSIONS]).toContain(permission);
  });

  test("defineRoute is ours in every route", () => {
    for (const file of ROUTES)
      expect(readFileSync(join(ROOT, file), "utf8"), file).toMatch(
        /import \{[^}]*\bdefineRoute\b[^}]*\} from "@\/server\/http\/define-route"/,
      );
  });

  test("nothing is public but what is known to be", () => {
    const open = ALL.filter((route) => route.permission === "public");
    expect(open.map(({ method, file }) => `${method} ${file}`).sort()).toEqual(PUBLIC);
  });

  test("there are no server actions and no middleware: they would be doors without a guard", () => {
    const sources = globSync("{app,components,lib,server}/**/*.{ts,tsx}", { cwd: ROOT });
    expect(sources.length).toBeGreaterThan(50);
    for (const file of sources.filter((name) => !name.includes("generated")))
      expect(readFileSync(join(ROOT, file), "utf8"), file).not.toMatch(/^\s*["']use server["']/m);
    expect(globSync("{middleware,proxy}.{ts,js}", { cwd: ROOT })).toEqual([]);
  });

  test.each(["server/sockets/topics.ts", "server/sockets/events.ts"])(
    "every entry of %s is declared with a permission",
    (file) => {
      const callee = file.endsWith("topics.ts") ? "defineTopic" : "defineSocketEvent";
      const entries = tableEntries(file);
      expect(entries.length).toBeGreaterThan(1);
      for (const entry of entries)
        expect(PERMISSIONS, entry.getText()).toContain(declared(entry.initializer, callee));
    },
  );
});

/** Properties of the exported table of a file. */
function tableEntries(file: string): ts.PropertyAssignment[] {
  const entries: ts.PropertyAssignment[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isCallExpression(node.initializer)) {
      if (/^define[A-Z]/.test(node.initializer.expression.getText())) entries.push(node);
      return;
    }
    ts.forEachChild(node, visit);
  };
  for (const node of parse(file).statements) if (isExported(node)) visit(node);
  return entries;
}

describe("the matrix: every route as nobody and as every role", () => {
  let panel: TestContainer;
  const cookies = new Map<UserRole, string>();
  beforeAll(async () => {
    panel = await testContainer();
    for (const role of ROLES) cookies.set(role, (await signedIn(panel.container, role)).cookie);
  });
  afterAll(() => panel[Symbol.asyncDispose]());

  const load = async ({ file, method }: Exported): Promise<Route> => {
    const exported = (await import(join(ROOT, file))) as Record<string, Route>;
    const route = exported[method];
    if (route === undefined) throw new Error(`${file} does not export ${method}`);
    return route;
  };
  const guarded = ALL.filter((route) => route.permission !== "public");

  test.each(guarded)("$method of $file", async (entry) => {
    const route = await load(entry);
    const { permission } = route;
    expect(permission).toBe(entry.permission);
    if (permission === "public") throw new Error("not reached: filtered above");
    const params = { id: "none", kind: "pods", node: "none" };
    const call = { method: entry.method, path: "/?ttlHours=1", params };
    expect((await callRoute(route, call)).status).toBe(401);
    expect((await callRoute(route, { ...call, cookie: "gandalf=forged" })).status).toBe(401);
    for (const role of ROLES.filter((name) => !allows(name, permission))) {
      const answer = await callRoute(route, { ...call, cookie: cookies.get(role) ?? "" });
      expect(answer.status, role).toBe(403);
    }
  });

  test("refused calls left nothing behind", async () => {
    const { db } = panel.container;
    expect(await db.host.count()).toBe(0);
    expect(await db.cluster.count()).toBe(0);
    expect(await db.job.count()).toBe(0);
  });
});

test("a viewer changes nothing, an operator does the work, settings are the administrator's", () => {
  const can = (role: UserRole) => PERMISSIONS.filter((permission) => allows(role, permission));
  expect(can("administrator")).toEqual(PERMISSIONS);
  expect(can("viewer").filter((permission) => !permission.endsWith(":read"))).toEqual([
    "kube:console", // with the rights of one's role, in a sandbox
    "kubeconfig:create", // one's own, with the rights of one's role
  ]);
  expect(PERMISSIONS.filter((permission) => !allows("operator", permission))).toEqual([
    "clusters:adopt",
    "kubeconfig:manage",
    "shell:host",
    "settings:read",
    "settings:write",
    "audit:read",
  ]);
});
