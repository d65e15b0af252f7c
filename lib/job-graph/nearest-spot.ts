import type { GraphLayout, GraphSpot } from "./layout";

type Way = (from: GraphSpot, to: GraphSpot) => number;

/** How far a step lies in the direction of a key; a step beside the way counts thrice. Infinity: not there. */
const WAYS: Readonly<Record<string, Way | undefined>> = {
  ArrowRight: (from, to) => (to.y === from.y && to.x > from.x ? to.x - from.x : Infinity),
  ArrowLeft: (from, to) => (to.y === from.y && to.x < from.x ? from.x - to.x : Infinity),
  ArrowDown: (from, to) => (to.y > from.y ? to.y - from.y + 3 * Math.abs(to.x - from.x) : Infinity),
  ArrowUp: (from, to) => (to.y < from.y ? from.y - to.y + 3 * Math.abs(to.x - from.x) : Infinity),
};

/** The step that an arrow key goes to; undefined when there is none that way, or it is another key. */
export function nearestSpot(
  { spots }: GraphLayout,
  from: string | undefined,
  key: string,
): string | undefined {
  const way = WAYS[key];
  const here = spots.find((spot) => spot.id === from);
  if (!way) return undefined;
  if (!here) return spots[0]?.id;
  let best: { id: string; far: number } | undefined;
  for (const spot of spots) {
    const far = way(here, spot);
    if (far < (best?.far ?? Infinity)) best = { id: spot.id, far };
  }
  return best?.id;
}
