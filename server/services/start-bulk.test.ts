import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { done, ok } from "@/lib/core/result";
import type { BulkInput, BulkProgress } from "@/lib/schemas/kube-bulk";
import {
  refusal,
  ScriptedApi,
  type Answer,
  type Seen,
} from "@/server/kube/write/testing/scripted-api";
import { testContainer } from "@/server/testing/test-container";
import { cancelBulk } from "./cancel-bulk";
import { previewBulk } from "./preview-bulk";
import { startBulk } from "./start-bulk";

const target = (name: string, kind = "Deployment") => ({
  apiVersion: kind === "Deployment" ? "apps/v1" : "v1",
  kind,
  namespace: kind === "Deployment" ? "club" : "",
  name,
  uid: `uid-${name}`,
});
const object = (name: string, uid = `uid-${name}`) => ({ metadata: { name, uid } });
const nameOf = (path: string) => decodeURIComponent(path.split("/").at(-1) ?? "");
const isList = (path: string) =>
  /(pods|sets|jobs|services|ingresses|claims|volumes|scalers|maps|secrets|deployments)$/.test(path);

let panel: Awaited<ReturnType<typeof testContainer>>;
let clusterId: string;
const apis: ScriptedApi[] = [];

beforeEach(async () => {
  panel = await testContainer();
  const { db } = panel.container;
  ({ id: clusterId } = await db.cluster.create({ data: { name: "lab", spec: "{}" } }));
});
afterEach(async () => {
  await panel[Symbol.asyncDispose]();
  for (const api of apis.splice(0)) await api[Symbol.asyncDispose]();
});

/** A cluster that answers as the script says, and lists with nothing in them. */
async function clusterThat(script: (seen: Seen) => Answer) {
  const api = await ScriptedApi.start((seen) =>
    seen.method === "GET" && isList(seen.path) ? [200, { items: [] }] : script(seen),
  );
  apis.push(api);
  const { container } = panel;
  const kube = {
    ...container.kube,
    client: async () => ok(api.client),
    ensureGroups: async () => done,
  };
  const user = { id: "ada", name: "Ada", role: "operator" } as const;
  return { api, needs: { ...container, kube }, asking: { clusterId, user, address: "::1" } };
}

type Lab = Awaited<ReturnType<typeof clusterThat>>;

async function run({ needs, asking }: Lab, input: BulkInput): Promise<BulkProgress> {
  const started = await startBulk(needs, asking, input);
  if (!started.ok) throw new Error(started.problem.detail);
  return vi.waitFor(() => {
    const now = needs.bulks.find(clusterId, started.value.id);
    if (!now.ok || now.value.running) throw new Error("runs still");
    return now.value;
  });
}

const audited = async () =>
  (await panel.container.db.auditEntry.findMany()).map(({ action, detail }) => {
    const { object, failed } = JSON.parse(detail) as { object?: string; failed?: string };
    return `${action} ${object ?? ""}${failed === undefined ? "" : " failed"}`;
  });

describe("one change of many objects", () => {
  it("gives each its own end, with the reason of what failed, and writes down each attempt", async () => {
    const lab = await clusterThat(({ method, path }) => {
      const name = nameOf(path);
      if (name === "gone") return refusal(404, "not found");
      if (name === "again") return [200, object(name, "another")];
      if (name === "held" && method === "PATCH")
        return refusal(403, 'admission webhook "policy.club" denied the request: frozen');
      return [200, object(name)];
    });
    const names = ["web", "gone", "again", "held", "<img src=x>"];
    const ended = await run(lab, {
      ...{ change: { action: "restart" }, confirm: "" },
      objects: names.map((name) => target(name)),
    });
    expect(ended.items.map(({ name, state, problem }) => [name, state, problem?.code])).toEqual([
      ["web", "done", undefined],
      ["gone", "failed", "object.not-found"],
      ["again", "failed", "kube.conflict"],
      ["held", "failed", "kube.webhook"],
      ["<img src=x>", "done", undefined],
    ]);
    expect(ended.items[3]?.problem?.detail).toContain("frozen");
    expect((await audited()).toSorted()).toEqual([
      "kube.restart Deployment club/<img src=x>",
      "kube.restart Deployment club/again failed",
      "kube.restart Deployment club/gone failed",
      "kube.restart Deployment club/held failed",
      "kube.restart Deployment club/web",
    ]);
  });

  it("deletes exactly what was selected, and nothing that takes data before the phrase was typed", async () => {
    const lab = await clusterThat(({ path }) => [200, object(nameOf(path))]);
    const objects = [target("club", "Namespace"), target("shop", "Namespace")];
    const input = { change: { action: "delete" }, objects } as const;
    const preview = await previewBulk(lab.needs, lab.asking, { ...input, objects: [...objects] });
    expect(preview).toMatchObject({ ok: true, value: { count: 2, typed: true } });
    const untyped = await startBulk(lab.needs, lab.asking, { ...input, objects, confirm: "" });
    expect(untyped).toMatchObject({ ok: false, problem: { code: "input.invalid" } });
    expect(lab.api.seen.some(({ method }) => method === "DELETE")).toBe(false);
    await run(lab, { ...input, objects, confirm: "delete 2" });
    const deleted = lab.api.seen.filter(({ method }) => method === "DELETE");
    expect(deleted.map(({ body }) => body)).toMatchObject([
      { preconditions: { uid: "uid-club" } },
      { preconditions: { uid: "uid-shop" } },
    ]);
  });

  it("leaves alone what has not begun when somebody stops it", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { bulks } = panel.container;
    const tried: string[] = [];
    const begun = bulks.start({
      clusterId,
      ...{ action: "drain", atOnce: 1, startedBy: "Ada" },
      targets: [target("a"), target("b"), target("c")],
      perform: async ({ name }) => {
        tried.push(name);
        await held;
        return done;
      },
    });
    const { needs, asking } = await clusterThat(() => [200, {}]);
    expect(await cancelBulk(needs, asking, begun.id)).toMatchObject({ ok: true });
    release();
    await vi.waitFor(() =>
      expect(bulks.find(clusterId, begun.id)).toMatchObject({ value: { running: false } }),
    );
    expect(tried).toEqual(["a"]);
    expect(bulks.find(clusterId, begun.id)).toMatchObject({
      value: { items: [{ state: "done" }, { state: "skipped" }, { state: "skipped" }] },
    });
    expect(bulks.find("another", begun.id)).toMatchObject({ ok: false });
  });

  it("goes on with the others when one fails, but not where one must follow the other", async () => {
    const start = async (atOnce: number) => {
      const { bulks } = panel.container;
      const { id } = bulks.start({
        clusterId,
        ...{ action: "cordon", atOnce, startedBy: "Ada" },
        targets: [target("a"), target("b"), target("c")],
        perform: async ({ name }) =>
          name === "a"
            ? { ok: false, problem: { code: "kube.invalid", detail: "No.", remedies: [] } }
            : done,
      });
      return vi.waitFor(() => {
        const found = bulks.find(clusterId, id);
        if (!found.ok || found.value.running) throw new Error("runs still");
        return found.value.items.map(({ state }) => state);
      });
    };
    expect(await start(4)).toEqual(["failed", "done", "done"]);
    expect(await start(1)).toEqual(["failed", "skipped", "skipped"]);
  });
});
