"use client";
import { ROLE_ICONS } from "@/components/host/role-icon";
import type { ClusterTopology } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";

/** A box of the picture: its role and its middle, in the picture's units. */
interface Box {
  readonly role: Role;
  readonly x: number;
  readonly y: number;
}

interface Picture {
  readonly boxes: readonly Box[];
  /** From box to box, by index; -1 is where visitors come in. */
  readonly wires: readonly (readonly [number, number])[];
}

const WIDTH = 360;
const HEIGHT = 132;
const SIDE = 36;

const PICTURES = {
  "ha-external-database": {
    boxes: [
      { role: "load-balancer", x: 72, y: 66 },
      { role: "server", x: 168, y: 34 },
      { role: "server", x: 168, y: 98 },
      { role: "datastore", x: 264, y: 34 },
      { role: "agent", x: 264, y: 98 },
      { role: "agent", x: 328, y: 98 },
    ],
    wires: [
      [-1, 0],
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [2, 4],
      [4, 5],
    ],
  },
  "single-server": {
    boxes: [
      { role: "server", x: 120, y: 66 },
      { role: "agent", x: 232, y: 34 },
      { role: "agent", x: 232, y: 98 },
    ],
    wires: [
      [-1, 0],
      [0, 1],
      [0, 2],
    ],
  },
} as const satisfies Record<ClusterTopology, Picture>;

/** The shape as a small drawing: who talks to whom. */
export function TopologyPicture(props: { topology: ClusterTopology; label: string }) {
  const { boxes, wires }: Picture = PICTURES[props.topology];
  const at = (index: number) => boxes[index] ?? { x: 8, y: 66 };
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={props.label}
      className="w-full rounded-md border border-line bg-canvas"
    >
      {wires.map(([from, to]) => (
        <path
          key={`${from}-${to}`}
          d={curve(at(from), at(to))}
          className="fill-none stroke-line-control"
          strokeWidth="1.5"
        />
      ))}
      <circle cx="8" cy="66" r="3.5" className="fill-accent-solid" />
      {boxes.map((box) => {
        const Glyph = ROLE_ICONS[box.role];
        return (
          <g key={`${box.x} ${box.y}`}>
            <rect
              x={box.x - SIDE / 2}
              y={box.y - SIDE / 2}
              width={SIDE}
              height={SIDE}
              rx="8"
              className="fill-surface stroke-line-strong"
            />
            <Glyph
              x={box.x - 8}
              y={box.y - 8}
              width="16"
              height="16"
              strokeWidth="1.75"
              className="text-text"
            />
          </g>
        );
      })}
    </svg>
  );
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
