import type { HostId } from "@/lib/provision/host";

/** A host as a plan of its own settings knows it. */
export interface ManagedHost {
  readonly id: HostId;
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** The cluster that holds it: its name and its address are then not its own. */
  readonly clusterName: string | null;
}
