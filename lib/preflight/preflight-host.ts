import type { Finding, Severity } from "@/lib/schemas/finding";
import type { HostFacts } from "@/lib/schemas/host-facts";
import type { Role } from "@/lib/schemas/role";

/** A host as preflight sees it. */
export interface PreflightHost {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Fingerprint of its host key. */
  readonly hostKey: string | null;
  /** null: it has none (yet); only general rules apply. */
  readonly role: Role | null;
  /** Whether it already belongs to this cluster: what runs on it is ours then. */
  readonly member: boolean;
  readonly facts: HostFacts;
}

/** A rule about one host. */
export type HostRule = (host: PreflightHost) => readonly Finding[];

/** What a finding says. */
export interface Words {
  readonly title: string;
  readonly reason: string;
  readonly remedy: string;
}

/** How bad, and which rule. */
export type Kind = readonly [severity: Severity, id: string];

/** A finding about one host, for its role if it has one. `kind` is its severity and rule. */
export const findingOf = (host: PreflightHost, kind: Kind, words: Words): Finding => ({
  id: kind[1],
  hostId: host.id,
  severity: kind[0],
  ...words,
  ...(host.role === null ? {} : { role: host.role }),
});

/** Whether k3s is to run on it. */
export const runsK3s = ({ role }: PreflightHost): boolean => role === "server" || role === "agent";

const GIB = 1024 ** 3;

/** "1.9 GiB", "512 MiB". */
export const memoryText = (bytes: number): string =>
  bytes >= GIB ? `${(bytes / GIB).toFixed(1)} GiB` : `${Math.round(bytes / 1024 ** 2)} MiB`;
