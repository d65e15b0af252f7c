import { parseQuantity } from "@/lib/kube/quantity";
import type { AppCheck } from "@/lib/schemas/app-check";
import { amountText } from "./amount";
import { type AskedContainer, claimsOf, type Counted, podsOf } from "./asked";
import { limitsFor, withDefaults } from "./with-defaults";
import type { AppWorld, RawLimit } from "./world";

type LimitCheck = Extract<AppCheck, { code: "limit" }>;

const FIELDS = { cpu: "cpuMillis", memory: "memoryMiB", storage: "volume" } as const;
type Resource = keyof typeof FIELDS;

/** What the namespace's limit ranges would refuse: pods would never appear, though the deployment is accepted. */
export function limitChecks(objects: readonly Counted[], world: AppWorld): readonly AppCheck[] {
  const containers = podsOf(withDefaults(objects, world)).flatMap((pods) => pods.containers);
  const found = [
    ...limitsFor(world, "Container").flatMap(({ range, limit }) =>
      containers.flatMap((container) => containerChecks(container, range, limit)),
    ),
    ...limitsFor(world, "PersistentVolumeClaim").flatMap(({ range, limit }) =>
      claimsOf(objects).flatMap((size) => sizeChecks(size, range, limit)),
    ),
  ];
  return found.filter((check, index) => found.findIndex((other) => isSame(check, other)) === index);
}

const isSame = (one: LimitCheck, other: LimitCheck) =>
  JSON.stringify(one) === JSON.stringify(other);

function containerChecks(
  { requests, limits }: AskedContainer,
  range: string,
  limit: RawLimit,
): readonly LimitCheck[] {
  return (["cpu", "memory"] as const).flatMap((resource) => {
    const say = sayer(range, resource);
    const request = parseQuantity(requests[resource]);
    const bound = parseQuantity(limits[resource]);
    const ratio = parseQuantity(limit.maxLimitRequestRatio?.[resource]);
    const isWide = ratio !== null && request !== null && bound !== null && bound > request * ratio;
    return [
      ...say("least", request, parseQuantity(limit.min?.[resource])),
      ...say("most", bound ?? request, parseQuantity(limit.max?.[resource])),
      // The range's own limit, put where the form has none.
      ...say("default", request, bound),
      ...(isWide ? say("most", bound, request * ratio) : []),
    ];
  });
}

const sizeChecks = (size: string, range: string, limit: RawLimit): readonly LimitCheck[] => {
  const say = sayer(range, "storage");
  const asked = parseQuantity(size);
  return [
    ...say("least", asked, parseQuantity(limit.min?.storage)),
    ...say("most", asked, parseQuantity(limit.max?.storage)),
  ];
};

const sayer =
  (range: string, resource: Resource) =>
  (
    bound: LimitCheck["bound"],
    asked: number | null,
    allowed: number | null,
  ): readonly LimitCheck[] => {
    if (asked === null || allowed === null) return [];
    if (bound === "least" ? asked >= allowed : asked <= allowed) return [];
    const amounts = { asked: amountText(resource, asked), allowed: amountText(resource, allowed) };
    return [{ code: "limit", field: FIELDS[resource], range, resource, bound, ...amounts }];
  };
