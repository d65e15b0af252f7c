import { describe, expect, it } from "vitest";
import { toYaml } from "@/lib/kube-write/yaml-text";
import { parseDocuments } from "@/lib/kube-write/parse-documents";
import type { ApplyInput } from "@/lib/schemas/kube-change";
import { testClock } from "@/server/testing/test-clock";
import { applyDocuments } from "./apply-documents";
import { asUser } from "./as-user";
import { deleteObject } from "./delete-object";
import { CANCELLED, DrainRun } from "./drain-run";
import { saveEdit } from "./edit-object";
import { refusal, ScriptedApi, type Answer, type Seen } from "./testing/scripted-api";
import { restartWorkload, scaleWorkload } from "./workload-changes";

const WEB = { apiVersion: "apps/v1", kind: "Deployment", namespace: "club", name: "web" };
const PATH = "/apis/apps/v1/namespaces/club/deployments/web";
const manifest = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "club" },
  spec: { replicas: 5, template: { spec: { containers: [{ name: "web", image: "a:2" }] } } },
};
const live = {
  ...manifest,
  metadata: { ...manifest.metadata, uid: "u1", resourceVersion: "7" },
  spec: { ...manifest.spec, replicas: 2 },
};

const apply = (api: ScriptedApi, text: string, more: Partial<ApplyInput> = {}) => {
  const parsed = parseDocuments(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.detail);
  const input = { text, namespace: "default", dryRun: true, conflicts: {}, ...more };
  return applyDocuments(api.client, parsed.value, input);
};

/** Answers GET with the live object and PATCH as the test says. */
const onPatch =
  (answer: (seen: Seen) => Answer) =>
  (seen: Seen): Answer | null => {
    if (seen.path !== PATH) return null;
    return seen.method === "GET" ? [200, live] : answer(seen);
  };

describe("what the API refuses", () => {
  it.each([
    [
      "a webhook's word, with its name",
      refusal(403, 'admission webhook "policy.club" denied the request: no latest tags'),
      "kube.webhook",
      /policy\.club.*no latest tags/,
    ],
    [
      "a webhook that is away",
      refusal(500, 'Internal error occurred: failed calling webhook "policy.club": no endpoints'),
      "kube.webhook",
      /does not answer/,
    ],
    [
      "a quota",
      refusal(
        403,
        'pods "x" is forbidden: exceeded quota: small, requested: pods=5, used: pods=9, limited: pods=10',
      ),
      "kube.invalid",
      /quota small.*limited: pods=10/,
    ],
    [
      "a namespace that does not exist",
      refusal(404, 'namespaces "nowhere" not found'),
      "object.not-found",
      /needs namespace nowhere, which does not exist/,
    ],
    ["a role that may not", refusal(403, "User cannot patch"), "kube.forbidden", /role may not/],
    ["a kind that is larger than it takes", refusal(413, "too large"), "input.too-large", /larger/],
    ["an API that is busy", refusal(429, "later"), "cluster.busy", /slow down/],
  ] as const)("says %s", async (...[, answer, code, sentence]) => {
    await using api = await ScriptedApi.start(onPatch(() => answer));
    const [result] = await apply(api, toYaml([manifest]));
    expect(result).toMatchObject({ outcome: "failed", problem: { code } });
    expect(result?.problem?.detail).toMatch(sentence);
  });

  it("places each objection at its line, also those of fields that do not exist", async () => {
    const causes = [
      { reason: "FieldValueInvalid", message: "must be >= 0", field: "spec.replicas" },
      {
        reason: "FieldValueRequired",
        message: "Required",
        field: "spec.template.spec.containers[0].image",
      },
    ];
    await using api = await ScriptedApi.start(onPatch(() => refusal(422, "invalid", { causes })));
    const text = toYaml([manifest]);
    const [result] = await apply(api, text);
    const lines = text.split("\n");
    expect(result?.marks.map(({ line }) => lines[line - 1]?.trim())).toEqual([
      "replicas: 5",
      "image: a:2",
    ]);
    await using typed = await ScriptedApi.start(
      onPatch(() =>
        refusal(
          500,
          "failed to create typed patch object (club/web; apps/v1, Kind=Deployment): .spec.replicas: field not declared in schema",
        ),
      ),
    );
    const [unknown] = await apply(typed, text);
    expect(lines[(unknown?.marks[0]?.line ?? 0) - 1]).toBe("  replicas: 5");
    expect(unknown?.problem?.code).toBe("kube.invalid");
  });
});

describe("fields that others keep", () => {
  const conflict = (manager: string) =>
    refusal(409, "conflict", {
      causes: [
        {
          reason: "FieldManagerConflict",
          message: `conflict with "${manager}" using apps/v1`,
          field: ".spec.replicas",
        },
      ],
    });
  const unlessForced = (manager: string) =>
    onPatch(({ query, body }) =>
      query.get("force") === "true" ? [200, body as object] : conflict(manager),
    );

  it("names the field, who keeps it, and both values", async () => {
    await using api = await ScriptedApi.start(unlessForced("flux"));
    const [result] = await apply(api, toYaml([manifest]));
    expect(result).toMatchObject({
      outcome: "conflict",
      conflicts: [{ field: ".spec.replicas", manager: "flux", mine: "5", theirs: "2" }],
    });
    expect(api.seen.some(({ query }) => query.get("force") === "true")).toBe(false);
  });

  it("takes over, or leaves the field out, as decided", async () => {
    await using api = await ScriptedApi.start(unlessForced("flux"));
    const key = "Deployment club/web";
    await apply(api, toYaml([manifest]), { conflicts: { [key]: "take-over" } });
    expect(api.seen.at(-1)?.body).toEqual(manifest);
    await apply(api, toYaml([manifest]), { conflicts: { [key]: "keep-theirs" } });
    expect(api.seen.at(-1)?.body).toEqual({
      ...manifest,
      spec: { template: manifest.spec.template },
    });
  });

  it("does not ask about what the panel itself scaled", async () => {
    await using api = await ScriptedApi.start(unlessForced("gandalf-action"));
    const [result] = await apply(api, toYaml([manifest]));
    expect(result?.outcome).toBe("change");
  });

  it("never stores the words that hide a secret's values", async () => {
    await using api = await ScriptedApi.start(() => null);
    const text = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: (hidden)}\n";
    const [result] = await apply(api, text, { dryRun: false });
    expect(result?.outcome).toBe("failed");
    expect(api.seen).toEqual([]);
  });
});

describe("changing one object", () => {
  it("asks as the person, whoever that is", async () => {
    await using api = await ScriptedApi.start(({ path }) =>
      path.startsWith(PATH) ? [200, live] : null,
    );
    await scaleWorkload(asUser(api.client, { id: "olga", role: "operator" }), {
      action: "scale",
      object: WEB,
      replicas: 3,
      resourceVersion: "7",
    });
    const scale = api.seen.at(-1);
    expect(scale).toMatchObject({
      method: "PATCH",
      path: `${PATH}/scale`,
      body: { metadata: { resourceVersion: "7" }, spec: { replicas: 3 } },
      headers: {
        "impersonate-user": "gandalf:olga",
        "impersonate-group": "gandalf:operator, system:authenticated",
      },
    });
  });

  it("does not restart what is paused", async () => {
    const paused = { ...live, spec: { ...live.spec, paused: true } };
    await using api = await ScriptedApi.start(() => [200, paused]);
    expect(await restartWorkload(api.client, WEB, 0)).toMatchObject({
      ok: false,
      problem: { code: "kube.invalid" },
    });
    expect(api.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("deletes only what was looked at, with a body that reaches the API", async () => {
    await using api = await ScriptedApi.start(({ path, method }) => {
      if (path !== PATH) return [200, { items: [] }];
      return method === "GET" ? [200, live] : [200, {}];
    });
    const wish = {
      action: "delete",
      object: WEB,
      propagation: "Background",
      confirmName: "",
    } as const;
    expect(await deleteObject(api.client, wish)).toMatchObject({ ok: true });
    expect(api.seen.at(-1)).toMatchObject({
      method: "DELETE",
      body: { propagationPolicy: "Background", preconditions: { uid: "u1" } },
    });
  });

  it("works an edit out anew when somebody was faster, six times at most", async () => {
    let version = 7;
    await using api = await ScriptedApi.start(({ method }) => {
      if (method === "GET")
        return [200, { ...live, metadata: { ...live.metadata, resourceVersion: String(version) } }];
      version += 1;
      return refusal(409, "the object has been modified");
    });
    const base = toYaml([{ ...live, metadata: { name: "web", namespace: "club" } }]);
    const input = {
      object: WEB,
      base,
      text: base.replace("replicas: 2", "replicas: 4"),
      dryRun: false,
      decided: {},
    };
    expect(await saveEdit(api.client, input)).toMatchObject({ problem: { code: "kube.conflict" } });
    const patches = api.seen.filter(({ method }) => method === "PATCH");
    expect(patches.map(({ body }) => body)).toEqual(
      ["7", "8", "9", "10", "11", "12"].map((resourceVersion) => ({
        metadata: { resourceVersion },
        spec: { replicas: 4 },
      })),
    );
  });

  it("edits no other object than the one that was opened", async () => {
    await using api = await ScriptedApi.start(() => [200, live]);
    const base = toYaml([manifest]);
    const text = base.replace("name: web\n", "name: other\n");
    const answer = await saveEdit(api.client, {
      object: WEB,
      base,
      text,
      dryRun: false,
      decided: {},
    });
    expect(answer).toMatchObject({ ok: true, value: { outcome: "refused" } });
    expect(api.seen).toEqual([]);
  });
});

describe("a drain", () => {
  const preview = {
    ...{ node: "n1", cordoned: false, ready: true, staying: 0, budgets: [], sites: [] },
    ...{ otherNodes: 1, complete: true },
    pods: [
      {
        namespace: "club",
        name: "web-a",
        owner: "ReplicaSet/web",
        bare: false,
        emptyDir: false,
        pinned: [],
      },
    ],
  };
  const input = { node: "n1", deleteEmptyDir: false, deleteBarePods: false, timeoutSeconds: 30 };
  const blocked = refusal(429, "Cannot evict pod", {
    causes: [
      { reason: "DisruptionBudget", message: "The disruption budget web needs 2 healthy pods" },
    ],
  });
  const there = [200, { items: [{ metadata: { namespace: "club", name: "web-a" } }] }] as const;

  const started = (api: ScriptedApi, signal = new AbortController().signal) => {
    const clock = testClock(0);
    const run = new DrainRun({ api: api.client, clock, input, preview, startedBy: "Olga", signal });
    return { clock, run, ended: run.run() };
  };
  /** Moves the clock until the drain ends. */
  const toEnd = async <T>(ended: Promise<T>, clock: { advance(ms: number): void }): Promise<T> => {
    let over = false;
    void ended.then(() => (over = true));
    while (!over) {
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(500);
    }
    return ended;
  };
  const cordons = (api: ScriptedApi) =>
    api.seen
      .filter(({ method, path }) => method === "PATCH" && path === "/api/v1/nodes/n1")
      .map(({ body }) => (body as { spec: { unschedulable: boolean | null } }).spec.unschedulable);

  it("asks again while a budget says no, stops when its time is up, and names the pod and the way on", async () => {
    await using api = await ScriptedApi.start(({ path, method }) => {
      if (path.endsWith("/eviction")) return blocked;
      return method === "PATCH" ? [200, {}] : there;
    });
    const { clock, ended } = started(api);
    const progress = await toEnd(ended, clock);
    expect(progress).toMatchObject({
      state: "failed",
      pods: [{ state: "blocked", message: "The disruption budget web needs 2 healthy pods" }],
      problem: { code: "step.wait-timeout" },
    });
    expect(progress.problem?.detail).toContain("club/web-a");
    const asked = api.seen.filter(({ path }) => path.endsWith("/eviction")).length;
    expect(asked).toBeGreaterThan(3);
    expect(asked).toBeLessThan(10);
    expect(cordons(api)).toEqual([true]);
  });

  it("gives the node back when a person cancels, and leaves it cordoned when the panel stops", async () => {
    for (const [reason, left] of [
      [CANCELLED, [true, null]],
      ["stopping", [true]],
    ] as const) {
      await using api = await ScriptedApi.start(({ path, method }) => {
        if (path.endsWith("/eviction")) return blocked;
        return method === "PATCH" ? [200, {}] : there;
      });
      const stop = new AbortController();
      const { clock, run, ended } = started(api, stop.signal);
      while (run.progress.pods[0]?.state !== "blocked")
        await new Promise((resolve) => setImmediate(resolve));
      stop.abort(reason);
      expect((await toEnd(ended, clock)).state).toBe("cancelled");
      expect(cordons(api)).toEqual(left);
    }
  });

  it("is done when the last pod is gone from the node", async () => {
    let gone = false;
    await using api = await ScriptedApi.start(({ path, method }) => {
      if (path.endsWith("/eviction")) gone = true;
      if (path.endsWith("/eviction") || method === "PATCH") return [201, {}];
      return gone ? [200, { items: [] }] : there;
    });
    const { clock, ended } = started(api);
    expect(await toEnd(ended, clock)).toMatchObject({ state: "done", pods: [{ state: "gone" }] });
  });
});
