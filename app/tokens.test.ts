import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrastRatio, oklchToLinear } from "@/lib/format/contrast";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

/** Custom properties of one rule that are plain OKLCH colours. */
function colours(selector: string) {
  const rule = css.slice(css.indexOf(`\n${selector} {`)).split("\n}")[0] ?? "";
  const found = rule.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return new Map(
    [...found].map(([, name = "", l, c, h]) => [
      name,
      oklchToLinear(Number(l), Number(c), Number(h)),
    ]),
  );
}

const GROUNDS = ["canvas", "surface", "raised", "sunken", "hover"];
const STATUSES = ["ok", "warn", "danger", "info", "unknown"];
const cross = (inks: readonly string[], grounds: readonly string[]) =>
  inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));

/** Ink on ground that carries words. Source: WCAG 2.2, 1.4.3. */
const TEXT = [
  ...cross(["text", "muted", "accent", ...STATUSES], [...GROUNDS, "selected"]),
  ...cross(["subtle"], GROUNDS),
  ["accent", "accent-tint"] as const,
  ...STATUSES.flatMap((status) => cross(["text", "muted", status], [`${status}-tint`])),
  ["on-primary", "primary"] as const,
  ["on-primary", "primary-hover"] as const,
  ["on-danger", "danger-fill"] as const,
  ["on-accent", "accent-solid"] as const,
  ...cross(["text"], ["add-bg", "del-bg", "add-mark", "del-mark"]),
  ["ok", "add-bg"] as const,
  ["danger", "del-bg"] as const,
  ["axis", "surface"] as const,
];

/** Shapes and outlines that carry meaning. Source: WCAG 2.2, 1.4.11. */
const SHAPES = [
  ...cross(
    ["border-control", "focus", "accent-solid", ...STATUSES.map((status) => `${status}-solid`)],
    ["canvas", "surface", "raised", "sunken"],
  ),
  ...cross(["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"], ["surface"]),
];

describe.each([":root", ".dark"])("in %s", (selector) => {
  const palette = colours(selector);
  const ratio = (ink: string, ground: string) => {
    const [one, other] = [palette.get(ink), palette.get(ground)];
    if (!one || !other) throw new Error(`${selector} lacks ${one ? ground : ink}`);
    return contrastRatio(one, other);
  };

  test.each(TEXT)("%s on %s can be read", (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPES)("%s on %s can be seen", (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(3);
  });
});
