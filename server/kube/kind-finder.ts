import type { Clock } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import { customKind, type RawCrd } from "@/lib/kube/custom-kind";
import { canBeListed, customName, type Discovered } from "@/lib/kube/discovery";
import type { Kind } from "@/lib/kube/kind";
import { isKindName, kindOf } from "@/lib/kube/kinds";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { discover } from "./discover";

/** What a cluster serves changes when somebody installs something: asked again after this, when asked for. */
const KEEP_MS = 60_000;

/** Finds kinds by their names, in the table or in the cluster. */
export interface KindFinder {
  kind(clusterId: string, name: string): Promise<Result<Kind | null, ApiFailure>>;
  discover(clusterId: string): Promise<Result<readonly Discovered[], ApiFailure>>;
  /** The cluster may be another one now. */
  forget(clusterId: string): void;
}

interface Needs {
  readonly clock: Clock;
  readonly client: (clusterId: string) => Promise<Result<ApiClient, ApiFailure>>;
}

interface Known<T> {
  readonly untilMs: number;
  readonly value: Promise<Result<T, ApiFailure>>;
}

/** Starts without any knowledge. */
export function createKindFinder({ clock, client }: Needs): KindFinder {
  const served = new Map<string, Known<readonly Discovered[]>>();
  const custom = new Map<string, Known<Kind | null>>();

  const discovered = (clusterId: string) =>
    remember(served, clusterId, async () => {
      const api = await client(clusterId);
      return api.ok ? discover(api.value) : api;
    });

  /** Several that ask at once get one answer; failures are not kept. */
  function remember<T>(
    known: Map<string, Known<T>>,
    key: string,
    ask: () => Promise<Result<T, ApiFailure>>,
  ) {
    const before = known.get(key);
    if (before !== undefined && before.untilMs > clock.nowMs()) return before.value;
    const entry = { untilMs: clock.nowMs() + KEEP_MS, value: ask() };
    known.set(key, entry);
    void entry.value.then(({ ok: isOk }) => {
      if (!isOk && known.get(key) === entry) known.delete(key);
    });
    return entry.value;
  }

  const findCustom = async (
    clusterId: string,
    name: string,
  ): Promise<Result<Kind | null, ApiFailure>> => {
    const found = await discovered(clusterId);
    if (!found.ok) return found;
    const resource = found.value.find((each) => customName(each) === name && canBeListed(each));
    if (resource === undefined) return ok(null);
    const api = await client(clusterId);
    if (!api.ok) return api;
    return ok(customKind(resource, await readCrd(api.value, resource)));
  };

  return {
    discover: discovered,
    kind: async (clusterId, name) =>
      isKindName(name)
        ? ok(kindOf(name))
        : remember(custom, `${clusterId} ${name}`, () => findCustom(clusterId, name)),
    forget: (clusterId) => {
      served.delete(clusterId);
      for (const key of custom.keys()) if (key.startsWith(`${clusterId} `)) custom.delete(key);
    },
  };
}

/** Null for resources that are served by something else than a definition. */
async function readCrd(api: ApiClient, resource: Discovered): Promise<RawCrd | null> {
  if (!resource.apiVersion.includes(".")) return null;
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${customName(resource)}`;
  const crd = await api.json<RawCrd>({ path });
  return crd.ok ? crd.value : null;
}
