"use client";
import { Globe, House, type LucideIcon, Plus, Router, Shield, ShieldHalf } from "lucide-react";
import type { Preset } from "./use-new-site-form";

const WIDTH = 220;
const HEIGHT = 64;
const MIDDLE = HEIGHT / 2;

interface Spot {
  readonly icon: LucideIcon;
  readonly x: number;
  /** A network is a wide box, what stands between is a round one. */
  readonly wide?: boolean;
}

const PICTURES: Readonly<Record<Preset, readonly Spot[]>> = {
  flat: [
    { icon: Globe, x: 24 },
    { icon: Router, x: 88 },
    { icon: House, x: 168, wide: true },
  ],
  dmz: [
    { icon: Globe, x: 18 },
    { icon: ShieldHalf, x: 62 },
    { icon: Shield, x: 106, wide: true },
    { icon: ShieldHalf, x: 150 },
    { icon: House, x: 194, wide: true },
  ],
  empty: [
    { icon: Globe, x: 24 },
    { icon: Plus, x: 130, wide: true },
  ],
};

/** A preset in one line: the internet, what stands between, the networks. */
export function PresetPicture(props: { preset: Preset; label: string }) {
  const spots = PICTURES[props.preset];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={props.label}
      className="w-full rounded-md border border-line bg-canvas"
    >
      {spots.slice(1).map((spot, at) => (
        <path
          key={spot.x}
          d={`M${spots[at]?.x ?? 0} ${MIDDLE} H${spot.x}`}
          className="stroke-line-control"
          strokeWidth="1.5"
          strokeDasharray={props.preset === "empty" ? "4 4" : undefined}
        />
      ))}
      {spots.map(({ icon: Glyph, x, wide = false }) => (
        <g key={x}>
          <rect
            x={x - (wide ? 19 : 12)}
            y={MIDDLE - (wide ? 19 : 12)}
            width={wide ? 38 : 24}
            height={wide ? 38 : 24}
            rx={wide ? 8 : 12}
            className="fill-surface stroke-line-strong"
          />
          <Glyph
            x={x - 7}
            y={MIDDLE - 7}
            width="14"
            height="14"
            strokeWidth={1.75}
            className="text-muted"
          />
        </g>
      ))}
    </svg>
  );
}
