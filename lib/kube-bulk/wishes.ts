import type { BulkAction } from "@/lib/schemas/kube-bulk";
import type { KindInfo, KubeAction } from "@/lib/schemas/kube-kind";

/** What somebody may want for many objects; "unsuspend" is the change "suspend" taken back. */
export type BulkWish = BulkAction | "unsuspend";

const WISHES: readonly BulkWish[] = [
  ...(["restart", "scale", "pause", "resume", "suspend", "unsuspend"] as const),
  ...(["cordon", "uncordon", "drain", "label", "delete"] as const),
];

/** The object's action that allows a wish. */
function neededFor(wish: BulkWish, kind: string): KubeAction | null {
  // A deployment's rollout and a job's schedule go on by actions of one name.
  const isRollout = kind === "Deployment";
  if (wish === "resume") return isRollout ? "resume" : null;
  if (wish === "unsuspend") return isRollout ? null : "resume";
  if (wish === "label") return "edit";
  // A node is removed by a plan, which also clears its host.
  if (wish === "delete") return kind === "Node" ? null : "delete";
  return wish;
}

/** What can be done to every one of the objects, given what can be done to each. */
export function commonWishes(
  { kind }: Pick<KindInfo, "kind">,
  allowed: readonly (readonly KubeAction[])[],
): readonly BulkWish[] {
  return WISHES.filter((wish) => {
    const needed = neededFor(wish, kind);
    return needed !== null && allowed.every((actions) => actions.includes(needed));
  });
}
