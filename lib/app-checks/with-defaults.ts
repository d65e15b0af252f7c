import type { Counted } from "./asked";
import type { AppWorld, RawLimit } from "./world";

/** Bounds and defaults for one kind of thing: "Container", "PersistentVolumeClaim". */
export const limitsFor = (world: Pick<AppWorld, "limits">, type: string) =>
  world.limits.flatMap(({ metadata, spec }) =>
    (spec?.limits ?? [])
      .filter((limit) => limit.type === type)
      .map((limit) => ({ range: metadata.name, limit })),
  );

interface Resources {
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
}

/** The objects as the namespace's limit ranges will fill them in. */
export function withDefaults<T extends Counted>(
  objects: readonly T[],
  world: AppWorld,
): readonly T[] {
  const limits = limitsFor(world, "Container").map(({ limit }) => limit);
  return limits.length === 0 ? objects : objects.map((object) => filled(object, limits));
}

function filled<T extends Counted>(object: T, limits: readonly RawLimit[]): T {
  if (object.kind !== "Deployment") return object;
  const spec = structuredClone(object.spec) as {
    template?: { spec?: { containers?: { resources?: Resources }[] } };
  };
  for (const container of spec.template?.spec?.containers ?? []) {
    const { requests, limits: own } = container.resources ?? {};
    container.resources = {
      requests: { ...merged(limits, "defaultRequest"), ...requests },
      limits: { ...merged(limits, "default"), ...own },
    };
  }
  return { ...object, spec };
}

const merged = (limits: readonly RawLimit[], of: "default" | "defaultRequest") =>
  Object.assign({}, ...limits.map((limit) => limit[of] ?? {})) as Readonly<Record<string, string>>;
