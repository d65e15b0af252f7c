import type { AdvisorHost } from "@/lib/advisor/advisor-host";
import type { HostRow } from "@/lib/schemas/host";
import { advisorHost, archOf, networksOf } from "@/components/host/host-figures";

/** A host as the wizard sees it. */
export interface WizardHost extends AdvisorHost {
  readonly row: HostRow;
  /** In no other cluster. */
  readonly free: boolean;
  /** Debian's name of the architecture; null: not read yet. */
  readonly arch: string | null;
  /** Networks it is part of, in CIDR form. */
  readonly networks: readonly string[];
}

/** The inventory for the wizard of one cluster; its own members count as free. */
export const wizardHosts = (rows: readonly HostRow[], clusterId: string | null): WizardHost[] =>
  rows.map((row) => ({
    ...advisorHost(row),
    row,
    free: row.clusterId === null || row.clusterId === clusterId,
    arch: archOf(row),
    networks: networksOf(row),
  }));
