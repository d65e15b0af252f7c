/** The practice hosts' own k3s, sent through HTTP to a real panel as a browser would, and read back as a source. */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BeginUploadAnswer, BundlesAnswer, ReceivedFileAnswer } from "@/lib/schemas/artifact";
import { createArtifacts } from "@/server/artifacts/artifacts";
import { systemClock } from "@/server/system-clock";
import { k3sArtifacts } from "./lab";
import { ADMINISTRATOR, type Panel, PanelRefusal, startPanel } from "./panel";

const PORT = 3907;
const FILES = [k3sArtifacts.binary, k3sArtifacts.images];
/** The two files have about 400 MB; a panel that held them would show it. */
const MAX_GROWTH_BYTES = 150 * 1024 ** 2;

let panel: Panel;
let cookie = "";
beforeAll(async () => {
  panel = await startPanel({ port: PORT, env: { GANDALF_K3S_BUNDLE: "" } });
  await panel.setUp();
  const { email, password } = ADMINISTRATOR;
  const session = await fetch(`${panel.url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  cookie = session.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
});
afterAll(() => panel.remove());

const offer = FILES.map((path) => ({ name: basename(path), sizeBytes: statSync(path).size }));
const begin = async () => {
  const body = { files: offer, checksums: null };
  const { upload } = await panel.send<BeginUploadAnswer>("POST", "/artifacts/bundles", body);
  return upload.id;
};
const bundles = async () => (await panel.get<BundlesAnswer>("/artifacts/bundles")).bundles;
const uploads = () => {
  const folder = join(panel.dataFolder, "artifacts/uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const memoryBytes = () => {
  const status = readFileSync(`/proc/${panel.process.pid}/status`, "utf8");
  return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
};

/** Sends a file; after `cutAfter` bytes the connection breaks, as when a laptop is closed. */
function put(id: string, path: string, options: { cutAfter?: number; origin?: string } = {}) {
  const { cutAfter, origin = panel.url } = options;
  const { size } = statSync(path);
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const sending = request(`${panel.url}/api/v1/artifacts/bundles/${id}/files/${basename(path)}`, {
      method: "PUT",
      headers: { cookie, origin, "content-length": size, "content-type": "application/octet-stream" },
    });
    sending.on("error", reject);
    sending.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (more: string) => (text += more));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    const source = createReadStream(path, cutAfter === undefined ? {} : { end: cutAfter - 1 });
    source.on("end", () => cutAfter !== undefined && sending.destroy(new Error("cut")));
    source.pipe(sending, { end: cutAfter === undefined });
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error("it did not come true within 10 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("the lab's k3s", () => {
  it("arrives whole, without passing through memory, and is a source of artifacts", async () => {
    const before = memoryBytes();
    const id = await begin();
    const [first, second] = FILES;
    if (first === undefined || second === undefined) throw new Error("two files");
    expect((await put(id, first)).status).toBe(200);
    const last = (await put(id, second)).body as ReceivedFileAnswer;
    expect(memoryBytes() - before).toBeLessThan(MAX_GROWTH_BYTES);
    const version = last.bundle?.version ?? "";
    expect(version).toMatch(/^v\d+\.\d+\.\d+\+k3s\d+/);
    expect(await bundles()).toMatchObject([{ id, version, arch: ["amd64"], usedBy: [] }]);

    const parts = { dataFolder: panel.dataFolder, bundleFolder: null, clock: systemClock };
    const artifacts = createArtifacts(parts);
    const source = { kind: "bundle", bundleId: id } as const;
    const found = await artifacts.resolve({ source, version, arches: ["amd64"] });
    if (!found.ok) throw new Error(found.problem.detail);
    expect(await artifacts.fetch(found.value, () => {})).toMatchObject({ ok: true });
    const kept = join(panel.dataFolder, "artifacts/bundles", id);
    for (const path of FILES)
      expect(readFileSync(join(kept, basename(path))).equals(readFileSync(path))).toBe(true);
    await panel.send("DELETE", `/artifacts/bundles/${id}`);
    expect(existsSync(kept)).toBe(false);
    expect(await bundles()).toEqual([]);
  });

  it("leaves nothing when the connection breaks in the middle of a file", async () => {
    const id = await begin();
    expect(uploads()).toEqual([id]);
    await expect(put(id, k3sArtifacts.binary, { cutAfter: 30_000_000 })).rejects.toThrow("cut");
    await until(() => uploads().length === 0);
    expect(await bundles()).toEqual([]);
  });

  it("leaves nothing of an upload that a killed panel was receiving", async () => {
    const id = await begin();
    await put(id, k3sArtifacts.images);
    await panel.stop("SIGKILL");
    expect(uploads()).toEqual([id]);
    const { dataFolder } = panel;
    panel = await startPanel({ port: PORT, dataFolder, env: { GANDALF_K3S_BUNDLE: "" } });
    await panel.signIn();
    await until(() => uploads().length === 0);
  });

  it("is not taken from another site's page", async () => {
    const id = await begin();
    const answer = await put(id, k3sArtifacts.images, { origin: "https://evil.example" }).catch(
      (error: unknown) => error,
    );
    if (!(answer instanceof Error)) expect(answer).toMatchObject({ status: 403 });
    await expect(panel.send("DELETE", `/artifacts/bundles/${id}`)).resolves.toBeDefined();
    await expect(panel.send("DELETE", `/artifacts/bundles/${id}`)).rejects.toThrow(PanelRefusal);
  });
});
