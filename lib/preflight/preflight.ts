import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Finding, Severity } from "@/lib/schemas/finding";
import { ADDRESS_RULES, networkFindings } from "./address-rules";
import { CAPACITY_RULES } from "./capacity-rules";
import { identityFindings } from "./identity-rules";
import { PORT_RULES } from "./port-rules";
import type { PreflightHost } from "./preflight-host";
import { SYSTEM_RULES } from "./system-rules";

const RULES = [...SYSTEM_RULES, ...CAPACITY_RULES, ...PORT_RULES, ...ADDRESS_RULES];
const RANK = { blocker: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>;

/** What one host's facts say about it, for its role if it has one. Worst first. */
export const hostFindings = (host: PreflightHost): Finding[] =>
  worstFirst(RULES.flatMap((rule) => rule(host)));

/** What the facts of all chosen hosts say about a cluster as it is planned. Worst first. */
export const clusterFindings = (
  hosts: readonly PreflightHost[],
  spec: Pick<ClusterSpec, "clusterCidr" | "serviceCidr" | "clusterDns">,
): Finding[] =>
  worstFirst([
    ...hosts.flatMap(hostFindings),
    ...identityFindings(hosts),
    ...networkFindings(hosts, spec),
  ]);

/** Blockers, warnings, notes; otherwise in the order found. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
