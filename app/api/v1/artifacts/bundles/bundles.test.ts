import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sha256, smallBinary, smallImages } from "@/server/artifacts/testing/release-bytes";
import { ADDRESS_HEADER } from "@/server/http/headers";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { DELETE } from "./[id]/route";
import { PUT } from "./[id]/files/[name]/route";
import { GET, POST } from "./route";

const VERSION = "v1.34.4+k3s1";
const FILES = {
  "k3s-arm64": smallBinary(VERSION, 0xb7),
  "k3s-airgap-images-arm64.tar.zst": smallImages(),
};
const OFFER = Object.entries(FILES).map(([name, bytes]) => ({ name, sizeBytes: bytes.length }));

let panel: TestContainer;
let cookie: string;
beforeEach(async () => {
  panel = await testContainer();
  ({ cookie } = await signedIn(panel.container, "operator"));
});
afterEach(() => panel[Symbol.asyncDispose]());

const put = (id: string, name: string, bytes: Buffer | null) =>
  PUT(
    new Request("http://panel.test/", {
      method: "PUT",
      headers: { cookie, [ADDRESS_HEADER]: "192.0.2.1" },
      body: bytes === null ? null : new Uint8Array(bytes),
    }),
    { params: Promise.resolve({ id, name }) },
  );
async function begin(checksums: string | null = null): Promise<string> {
  const answer = await callRoute(POST, { body: { files: OFFER, checksums }, cookie });
  expect(answer.status).toBe(201);
  return (await answer.json()).upload.id as string;
}
async function upload(): Promise<string> {
  const id = await begin();
  for (const [name, bytes] of Object.entries(FILES))
    expect((await put(id, name, bytes)).status).toBe(200);
  return id;
}
const listed = async () => (await (await callRoute(GET, { cookie })).json()).bundles;
const remove = (id: string) => callRoute(DELETE, { method: "DELETE", params: { id }, cookie });

it("an uploaded bundle is listed, resolved as a source, audited and removed", async () => {
  const id = await upload();
  expect(await listed()).toMatchObject([
    { id, version: VERSION, arch: ["arm64"], origin: "uploaded", usedBy: [] },
  ]);
  const { artifacts, db } = panel.container;
  const source = { kind: "bundle", bundleId: id } as const;
  const found = await artifacts.resolve({ source, version: VERSION, arches: ["arm64"] });
  if (!found.ok) throw new Error(found.problem.detail);
  expect(await artifacts.fetch(found.value, () => {})).toMatchObject({ ok: true });
  const bytes = await artifacts.store.open(sha256(FILES["k3s-arm64"])).toArray();
  expect(Buffer.concat(bytes as Buffer[])).toEqual(FILES["k3s-arm64"]);
  expect((await remove(id)).status).toBe(204);
  expect(await listed()).toEqual([]);
  expect((await remove(id)).status).toBe(404);
  const gone = await artifacts.resolve({ source, version: VERSION, arches: ["arm64"] });
  expect(!gone.ok && gone.problem.detail).toContain("no longer on the panel");
  const audit = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(audit.map(({ action, object }) => `${action} ${object}`)).toEqual([
    `bundle.upload bundle:${id}`,
    `bundle.remove bundle:${id}`,
  ]);
});

it("a bundle that a draft names stays, and the draft is named", async () => {
  const id = await upload();
  const spec = {
    name: "school",
    topology: "single-server",
    k3sVersion: VERSION,
    source: { kind: "bundle", bundleId: id },
    members: [{ hostId: "h", role: "server" }],
    apiAddress: "192.0.2.5",
  };
  await panel.container.db.cluster.create({
    data: { name: "school", state: "draft", spec: JSON.stringify(spec) },
  });
  const refused = await remove(id);
  expect(refused.status).toBe(409);
  expect((await refused.json()).detail).toContain("used by school");
  expect(await listed()).toMatchObject([{ id, usedBy: ["school"] }]);
});

it("who may only look neither sends nor removes, and nothing is begun", async () => {
  const id = await upload();
  ({ cookie } = await signedIn(panel.container, "viewer"));
  const body = { files: OFFER, checksums: null };
  expect((await callRoute(POST, { body, cookie })).status).toBe(403);
  expect((await put(id, "k3s", Buffer.from("x"))).status).toBe(403);
  expect((await remove(id)).status).toBe(403);
  expect(await listed()).toHaveLength(1);
  expect((await callRoute(GET)).status).toBe(401);
});

it("a wrong checksum stands at the file it is about", async () => {
  const sums = OFFER.map(({ name }) => `${"0".repeat(64)}  ${name}`).join("\n");
  const answer = await put(await begin(sums), "k3s-arm64", FILES["k3s-arm64"]);
  const problem = await answer.json();
  expect(problem).toMatchObject({ code: "artifact.checksum" });
  expect(Object.keys(problem.fields)).toEqual(["k3s-arm64"]);
});

it("hostile ids and names are no files: nothing appears outside of the uploads", async () => {
  const id = await begin();
  const folder = join(panel.container.config.dataFolder, "artifacts");
  const before = readdirSync(folder, { recursive: true });
  const names = [
    "../k3s",
    "..",
    "k3s-arm64/../../x",
    "k3s-arm64\0",
    "a".repeat(1_000_000),
    "__proto__",
  ];
  for (const name of names) expect((await put(id, name, Buffer.from("x"))).status).toBe(404);
  for (const bad of ["../uploads", "..", `${id}/..`, "x".repeat(1_000_000), "folder"]) {
    expect((await put(bad, "k3s-arm64", Buffer.from("x"))).status).toBe(404);
    expect((await remove(bad)).status).toBe(404);
  }
  for (const name of names) {
    const body = { files: [{ name, sizeBytes: 1 }], checksums: null };
    expect((await callRoute(POST, { body, cookie })).status).not.toBe(201);
  }
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  expect(existsSync(join(panel.container.config.dataFolder, "k3s"))).toBe(false);
});

it("a file without a body is empty, and that is said", async () => {
  const answer = await put(await begin(), "k3s-arm64", null);
  expect(answer.status).toBe(422);
  expect((await answer.json()).fields).toHaveProperty("k3s-arm64");
});
