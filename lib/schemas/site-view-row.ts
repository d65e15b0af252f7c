import type { SiteFinding } from "./site-finding";
import type { Origin } from "./site-origin";
import type { Problem } from "@/lib/core/problem";
import type { Role } from "./role";
import type { SiteSpec } from "./site";

/** How the newest measurement of a site came out. */
export interface MeasuredGlance {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly agree: number;
  readonly differ: number;
  readonly untested: number;
}

/** A host as the pages of its site show it. */
export interface SiteHostRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Its role in its cluster. */
  readonly role: Role | null;
  /** The zone of its own address; null when it is in none. */
  readonly zone: string | null;
}

/** A site as every list and page shows it. */
export interface SiteRow {
  readonly id: string;
  readonly name: string;
  /** The newest one stored. */
  readonly revision: number;
  /** The one whose rules the hosts keep; null: none are on them. */
  readonly appliedRevision: number | null;
  /** ISO 8601, UTC. */
  readonly appliedAt: string | null;
  readonly hosts: readonly SiteHostRow[];
  /** The job that holds this site now. */
  readonly runningJobId: string | null;
  readonly lastMeasured: MeasuredGlance | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Answer of GET /sites. */
export interface SitesAnswer {
  readonly sites: readonly SiteRow[];
}

/** Answer of POST /sites and PATCH /sites/:id. */
export interface SiteAnswer {
  readonly site: SiteRow;
}

/** Answer of PUT /sites/:id/policy. */
export interface SitePolicyAnswer extends SiteAnswer {
  readonly spec: SiteSpec;
  readonly findings: readonly SiteFinding[];
}

/** Answer of GET /sites/:id. */
export interface SiteDetailAnswer extends SitePolicyAnswer {
  /** The policy whose rules the hosts keep. */
  readonly applied: SiteSpec | null;
}

/** A rule, where it stands, and what of the policy it comes from. */
export interface SiteRuleRow {
  readonly chain: string;
  /** As nft reads it. */
  readonly text: string;
  /** Its counter's name; rules of one name share it. */
  readonly counter: string | null;
  readonly origin: Origin;
}

/** What a policy would put on one host. */
export interface SiteHostCheck {
  readonly hostId: string;
  readonly name: string;
  /** The whole file. */
  readonly text: string;
  /** Whether it differs from what was applied. */
  readonly changed: boolean;
  readonly rules: readonly SiteRuleRow[];
}

/** Answer of POST /sites/:id/check. */
export interface SiteCheckAnswer {
  readonly findings: readonly SiteFinding[];
  readonly hosts: readonly SiteHostCheck[];
}

/** A rule with what it has matched since it was loaded; null: the host does not say. */
export interface SiteLiveRule extends SiteRuleRow {
  readonly packets: number | null;
  readonly bytes: number | null;
}

/** How the rules in a host's kernel differ from those that were kept there. */
export interface RulesDrift {
  /** As a listing shows them: what is there and should not be, what is gone. At most 200. */
  readonly lines: readonly { readonly sign: "+" | "-"; readonly text: string }[];
}

/** Rules of one host with live counters. */
export interface SiteLiveHost {
  readonly hostId: string;
  readonly name: string;
  readonly rules: readonly SiteLiveRule[];
  /** null: as they were kept, or nothing is known. */
  readonly drift: RulesDrift | null;
  /** When the host said so. ISO 8601, UTC; null: it has not. */
  readonly asOf: string | null;
  readonly problem: Problem | null;
}

/** Answer of GET /sites/:id/rules. */
export interface SiteRulesAnswer {
  readonly hosts: readonly SiteLiveHost[];
}

/** One place on a packet's way. */
export interface TraceStep {
  readonly kind: "host" | "zone" | "forward";
  readonly name: string;
  readonly hostId?: string;
  /** The rule there that lets it pass or drops it, as nft reads it. */
  readonly rule?: string;
}

/** Answer of POST /sites/:id/trace; of its proof with `measured`. */
export interface SiteTraceAnswer {
  readonly verdict: Expected;
  readonly by: Origin;
  readonly path: readonly TraceStep[];
  /** Whether it arrives, who decides, and by what of the policy. */
  readonly sentence: string;
  /** What a real packet did; left out where none was sent. */
  readonly measured?: Measured;
}

/** Answer of POST /sites/:id/import. */
export interface SiteImportAnswer {
  /** The host's other tables as nft lists them. */
  readonly text: string;
  /** What of it is in the way of the site's policy, each in a sentence with the remedy. */
  readonly conflicts: readonly string[];
}

export type Expected = "open" | "blocked";
export type Measured = Expected | "untested";

/** One probe between two hosts: what the policy says and what happened. */
export interface MeasuredPair {
  /** Host ids. */
  readonly from: string;
  readonly to: string;
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  readonly fromAddress: string;
  /** Of a forward: the firewall's address that it was sent to. */
  readonly toAddress: string;
  /** Row and column of the matrix. */
  readonly zones: readonly [from: string, to: string];
  readonly expected: Expected;
  readonly measured: Measured;
}

/** What probes between the hosts found at one time. */
export interface SiteMeasurement {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tookMs: number;
  /** The policy that was expected. */
  readonly revision: number;
  readonly pairs: readonly MeasuredPair[];
  /** Hosts whose rules in the kernel were not those that were kept there. */
  readonly drifted: readonly string[];
}

/** Answer of POST /sites/:id/measure. */
export interface SiteMeasureAnswer {
  readonly measurement: SiteMeasurement;
}

/** Answer of GET /sites/:id/measurements, newest first. */
export interface SiteMeasurementsAnswer {
  readonly measurements: readonly SiteMeasurement[];
}
