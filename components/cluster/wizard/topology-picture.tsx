"use client";
import { ROLE_ICONS } from "@/components/host/role-icon";
import { useMessages } from "@/components/hooks/use-messages";
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

const WIDTH = 386;
const HEIGHT = 184;
const BOX = { width: 110, height: 28 };
const VISITORS = { x: 8, y: HEIGHT / 2 };

const PICTURES: Record<ClusterTopology, Picture> = {
  "ha-external-database": {
    boxes: [
      { role: "load-balancer", x: 74, y: 92 },
      { role: "server", x: 202, y: 30 },
      { role: "server", x: 202, y: 68 },
      { role: "agent", x: 202, y: 116 },
      { role: "agent", x: 202, y: 154 },
      { role: "datastore", x: 326, y: 49 },
    ],
    wires: [
      [-1, 0],
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [1, 5],
      [2, 5],
    ],
  },
  "single-server": {
    boxes: [
      { role: "server", x: 110, y: 92 },
      { role: "agent", x: 262, y: 68 },
      { role: "agent", x: 262, y: 116 },
    ],
    wires: [
      [-1, 0],
      [1, 0],
      [2, 0],
    ],
  },
};

/** The shape as a small drawing: who talks to whom. */
export function TopologyPicture(props: { topology: ClusterTopology; label: string }) {
  const { boxes, wires } = PICTURES[props.topology];
  const at = (index: number) => boxes[index] ?? VISITORS;
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
      <circle cx={VISITORS.x} cy={VISITORS.y} r="3.5" className="fill-accent-solid" />
      {boxes.map((box) => (
        <RoleBox key={`${box.x} ${box.y}`} box={box} />
      ))}
    </svg>
  );
}

function RoleBox({ box }: { box: Box }) {
  const words = useMessages().wizard.roles.laneOne;
  const Glyph = ROLE_ICONS[box.role];
  const left = box.x - BOX.width / 2;
  return (
    <g>
      <rect
        x={left}
        y={box.y - BOX.height / 2}
        {...BOX}
        rx="7"
        className="fill-surface stroke-line-strong"
      />
      <Glyph x={left + 9} y={box.y - 6.5} width="13" height="13" className="text-muted" />
      <text x={left + 26} y={box.y + 4} className="fill-text text-2xs font-label">
        {words[box.role]}
      </text>
    </g>
  );
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
