import { describe, expect, it } from "vitest";
import type { UserRole } from "@/lib/schemas/session";
import { hubOver, listOf, serve } from "@/server/kube/testing/hub-over";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { testContainer } from "@/server/testing/test-container";
import { GET as list } from "../[kind]/route";
import { GET as file } from "./file/route";
import { POST as reveal } from "./reveal/route";
import { GET as show } from "./route";

const SECRET = {
  metadata: { name: "login", namespace: "shop", uid: "s" },
  data: { password: "aHVudGVyMg==" },
};
const QUERY = "/?apiVersion=v1&kind=Secret&namespace=shop&name=login";

async function setUp(role: UserRole) {
  const panel = await testContainer();
  const api = await FakeKubeApi.start();
  serve(api, {
    "/api/v1/namespaces/shop/secrets/login": SECRET,
    "/api/v1/events": listOf(),
    "/api/v1/secrets": listOf(SECRET),
  });
  Object.assign(panel.container, { kube: hubOver(api, panel.container) });
  const { id } = await panel.container.db.cluster.create({ data: { name: "lab", spec: "{}" } });
  const { cookie } = await signedIn(panel.container, role);
  return {
    params: { id },
    cookie,
    [Symbol.asyncDispose]: async () => {
      await panel[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}

describe("the routes of an object", () => {
  it("show a secret to a viewer without its values, and refuse to reveal them", async () => {
    await using lab = await setUp("viewer");
    const shown = await callRoute(show, { ...lab, path: QUERY });
    expect(shown.status).toBe(200);
    expect(await shown.text()).not.toMatch(/hunter2|aHVudGVyMg/);
    const body = { namespace: "shop", name: "login" };
    expect((await callRoute(reveal, { ...lab, body })).status).toBe(403);
  });

  it("reveal to an operator, and let no cache keep it", async () => {
    await using lab = await setUp("operator");
    const body = { namespace: "shop", name: "login" };
    const revealed = await callRoute(reveal, { ...lab, body });
    expect(await revealed.json()).toMatchObject({ values: [{ key: "password", text: "hunter2" }] });
    expect(revealed.headers.get("cache-control")).toBe("no-store");
  });

  it("answer nobody who is not signed in", async () => {
    await using lab = await setUp("viewer");
    const { params } = lab;
    expect((await callRoute(show, { params, path: QUERY })).status).toBe(401);
  });

  it.each([
    ["name=..", "name"],
    ["name=a%2Fb", "name"],
    ["name=a%25b", "name"],
    ["name=a&apiVersion=..%2Fv1", "apiVersion"],
    ["name=a&namespace=..", "namespace"],
    ["name=a&kind=Po%2Fd", "kind"],
  ])("name the field that would lead elsewhere: %s", async (query, field) => {
    await using lab = await setUp("viewer");
    const path = `/?${new URLSearchParams({ apiVersion: "v1", kind: "Pod", ...Object.fromEntries(new URLSearchParams(query)) })}`;
    const answer = await callRoute(show, { ...lab, path });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toHaveProperty(["fields", field]);
  });

  it.each([
    [{ namespace: "..", name: "login" }, "namespace"],
    [{ namespace: "", name: "login" }, "namespace"],
    [{ namespace: "shop", name: ".." }, "name"],
  ])("reveal nothing under %j", async (body, field) => {
    await using lab = await setUp("administrator");
    const answer = await callRoute(reveal, { ...lab, body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toHaveProperty(["fields", field]);
  });

  it("send a file to be saved, never to be run", async () => {
    await using lab = await setUp("viewer");
    const saved = await callRoute(file, { ...lab, path: `${QUERY}&format=yaml` });
    expect(saved.headers.get("content-disposition")).toBe(
      'attachment; filename="Secret-login.yaml"',
    );
    expect(await saved.text()).toContain("password: •••");
  });

  it("list with a tag to ask again by", async () => {
    await using lab = await setUp("viewer");
    const params = { ...lab.params, kind: "secrets" };
    const first = await callRoute(list, { ...lab, params });
    expect(first.headers.get("etag")).toMatch(/^".+"$/);
    expect(await first.json()).toMatchObject({ total: 1, rows: [{ keys: ["password"] }] });
  });
});
