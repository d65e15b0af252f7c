import type { Role } from "@/lib/schemas/role";
import type { SiteSpec } from "@/lib/schemas/site";

/** A host as the site's policy sees it. */
export interface SiteHost {
  readonly id: string;
  readonly name: string;
  /** Its role in the cluster; null for one that is only a firewall, or only watched. */
  readonly role: Role | null;
  /** All it answers at, of both families, without link-local ones. */
  readonly addresses: readonly string[];
  readonly sshPort: number;
  /** Names of its network interfaces; empty when its facts were never read. */
  readonly interfaces: readonly string[];
}

/** Everything that rules are made of: the policy, who is where, and what must never be cut. */
export interface SiteView {
  readonly site: SiteSpec;
  readonly hosts: readonly SiteHost[];
  /** The cluster's own networks, in CIDR form. */
  readonly podSubnets: readonly string[];
  /** Where the hosts see this panel come from. Its SSH always passes. */
  readonly panel: readonly string[];
}
