/** A systemd unit in four words. */
export interface UnitSummary {
  readonly unit: string;
  /** Whether systemd has a unit file for it. */
  readonly exists: boolean;
  readonly active: boolean;
  /** Whether it starts at boot. */
  readonly enabled: boolean;
}

/** `systemctl show` output as key → value. Source: systemctl(1), "show". */
export function unitProperties(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n").filter((line) => line.includes("="));
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}

/** Source: systemctl(1), "is-enabled": these start the unit at boot. */
const ENABLED = new Set(["enabled", "enabled-runtime", "static", "generated", "alias", "indirect"]);

/** Several units' `systemctl show` blocks, which are separated by empty lines. */
export function parseUnitBlocks(text: string): readonly UnitSummary[] {
  return text
    .split(/\n\n+/)
    .map(unitProperties)
    .filter((unit) => unit.has("Id"))
    .map((unit) => ({
      unit: unit.get("Id") ?? "",
      exists: unit.get("LoadState") !== "not-found",
      active: unit.get("ActiveState") === "active",
      enabled: ENABLED.has(unit.get("UnitFileState") ?? ""),
    }));
}
