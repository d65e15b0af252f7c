import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import type { Finding } from "./finding";
import type { HostFacts } from "./host-facts";
import { cidr4, ipOrDnsName, port } from "./network";
import type { Role } from "./role";

/** Source: RFC 1123: a host's own name is one label of at most 63; Kubernetes node names are lower case. */
export const hostName = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    "Use 1 to 63 lower-case letters, digits and dashes, such as master1.",
  );

/** Source: useradd(8), with the capitals and dots that directories allow. Never begins with a dash. */
export const sshUser = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/,
    "Write a user name such as pi: letters, digits, dots and dashes.",
  );

const fingerprint = z
  .string()
  .trim()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, "A fingerprint looks like SHA256:… with 43 characters.");

/** Longer than any real one; a megabyte is a mistake. */
const secretText = z.string().max(4_096, "This is too long for a password.");
const sudoPassword = secretText.optional();

/** How the panel gets in the first time. Used once and forgotten; the panel's own key is installed. */
export const hostAccess = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("password"),
    password: secretText.min(1, "Enter the password."),
    /** If it differs from the login password. */
    sudoPassword,
  }),
  z.object({
    kind: z.literal("key"),
    privateKey: z
      .string()
      .min(1, "Paste the private key.")
      .max(32_768, "This is too long for a private key."),
    passphrase: secretText.optional(),
    sudoPassword,
  }),
]);
export type HostAccess = z.infer<typeof hostAccess>;

/** Where a host answers. */
export const hostTarget = z.object({
  address: ipOrDnsName,
  port: port.default(22),
  user: sshUser,
});
export type HostTarget = z.infer<typeof hostTarget>;

export const probeHostsInput = z.object({
  targets: z
    .array(hostTarget)
    .min(1, "Enter at least one host.")
    .max(256, "At most 256 at a time."),
});

export const scanInput = z.object({
  cidr: cidr4.refine((text) => Number(text.split("/")[1]) >= 22, {
    message: "Scan at most a /22 (1,024 addresses) at a time.",
  }),
  port: port.default(22),
});

export const addHostInput = hostTarget.extend({
  /** Left out: the host's own name. */
  name: hostName.optional(),
  /** As the person confirmed it. */
  fingerprint,
  hostKeyType: z.string().min(1).max(64),
  access: hostAccess,
});
export type AddHostInput = z.infer<typeof addHostInput>;

export const updateHostInput = z.object({
  name: hostName.optional(),
  address: ipOrDnsName.optional(),
  port: port.optional(),
  user: sshUser.optional(),
});
export type UpdateHostInput = z.infer<typeof updateHostInput>;

export const acceptHostKeyInput = z.object({
  fingerprint,
  /** Needed when the host was re-imaged: the panel's key is gone then. */
  access: hostAccess.optional(),
});
export type AcceptHostKeyInput = z.infer<typeof acceptHostKeyInput>;

/** Query of DELETE /hosts/:id: whether the panel's key is taken off the host first. */
export const removeHostQuery = z.object({ key: z.enum(["remove", "keep"]).default("keep") });
export type RemoveHostQuery = z.infer<typeof removeHostQuery>;

/** Answer of DELETE /hosts/:id. The host is forgotten in any case. */
export interface RemovedHost {
  /** Of the panel's key on the host. "left": it should have gone, but the host could not be reached or changed. */
  readonly key: "removed" | "kept" | "left";
  /** Why it is still there. */
  readonly problem: Problem | null;
  /** The command that removes it, for a person at the host. */
  readonly byHand: string | null;
}

/** "unknown": added, but not read since. */
export type HostState = "reachable" | "unreachable" | "key-changed" | "unknown";

/** A host as every list and page shows it. */
export interface HostRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly user: string;
  /** "SHA256:…" */
  readonly hostKey: string | null;
  readonly hostKeyType: string | null;
  /** ISO 8601, UTC: when it was confirmed. */
  readonly hostKeyAt: string | null;
  /** "password": sudo asks for one, so the panel keeps it sealed. */
  readonly sudo: "none" | "password";
  readonly state: HostState;
  /** What kept the panel from reaching it, last time. */
  readonly problem: Problem | null;
  readonly facts: HostFacts | null;
  /** ISO 8601, UTC. */
  readonly factsAt: string | null;
  /** For its role, or for any if it has none. */
  readonly findings: readonly Finding[];
  readonly clusterId: string | null;
  readonly clusterName: string | null;
  readonly role: Role | null;
}

/** Answer of GET /hosts and POST /hosts/check. */
export interface HostsAnswer {
  readonly hosts: readonly HostRow[];
}

/** Answer of everything about one host. */
export interface HostAnswer {
  readonly host: HostRow;
}

/** What a host shows before anybody logs in. */
export type HostProbe = HostTarget &
  (
    | { readonly hostKeyType: string; readonly fingerprint: string; readonly banner: string }
    | { readonly problem: Problem }
  );

/** Answer of POST /hosts/probe, in the order of the targets. */
export interface ProbeHostsAnswer {
  readonly probes: readonly HostProbe[];
}

/** An SSH server that a scan found. */
export interface FoundHost {
  readonly address: string;
  readonly port: number;
  readonly banner: string;
  readonly hostKeyType: string;
  readonly fingerprint: string;
}

/** Answer of POST /hosts/scan, by address. */
export interface ScanAnswer {
  readonly found: readonly FoundHost[];
}
