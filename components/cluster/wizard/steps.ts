import type { ClusterTopology } from "@/lib/schemas/cluster-spec";
import type { Resolved } from "./resolve-draft";
import type { SettingsField } from "./resolve-settings";

/** The wizard's questions, in order. The plan has a page of its own. */
export const WIZARD_STEPS = ["topology", "hosts", "roles", "settings", "preflight"] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** The step of an address, or the first one. */
export const stepFrom = (text: string | null): WizardStep =>
  WIZARD_STEPS.find((step) => step === text) ?? "topology";

/** Hosts that a topology needs at least. */
export const LEAST_HOSTS = {
  "ha-external-database": 3,
  "single-server": 1,
} as const satisfies Record<ClusterTopology, number>;

/** Why one cannot go on from a step. */
export type Obstacle =
  | { readonly kind: "too-few-hosts"; readonly least: number; readonly chosen: number }
  | { readonly kind: "advice"; readonly count: number; readonly overridable: boolean }
  | { readonly kind: "fields"; readonly fields: readonly SettingsField[] };

/** What stands in the way of leaving a step; null: nothing. */
export function obstacleOf(step: WizardStep, now: Resolved): Obstacle | null {
  switch (step) {
    case "topology":
    case "preflight":
      return null;
    case "hosts": {
      const least = LEAST_HOSTS[now.draft.topology];
      const count = now.hosts.length;
      return count < least ? { kind: "too-few-hosts", least, chosen: count } : null;
    }
    case "roles":
      return now.open.length > 0
        ? {
            kind: "advice",
            count: now.open.length,
            overridable: now.open.every((found) => found.overridable),
          }
        : null;
    case "settings": {
      const fields = problemFields(now);
      return fields.length > 0 ? { kind: "fields", fields } : null;
    }
  }
}

/** The first step that is not in order; `preflight` when all are. */
export const furthestStep = (now: Resolved): WizardStep =>
  WIZARD_STEPS.find((step) => obstacleOf(step, now) !== null) ?? "preflight";

/** Fields of the settings step that need somebody, in the order of the form. */
export function problemFields(now: Resolved): SettingsField[] {
  const found = new Set<SettingsField>(Object.keys(now.problems) as SettingsField[]);
  for (const conflict of now.conflicts) found.add(conflict.field);
  if (now.missingArch.length > 0) found.add("source");
  return FIELD_ORDER.filter((field) => found.has(field));
}

const FIELD_ORDER: readonly SettingsField[] = [
  "name",
  "source",
  "k3sVersion",
  "apiAddress",
  "extraTlsSans",
  "clusterCidr",
  "serviceCidr",
  "clusterDomain",
  "databaseName",
  "databaseUser",
];
