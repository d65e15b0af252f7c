import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { TYPED } from "./typed-line";
import { objectId } from "./ids";

const size = {
  cols: z.number().int().min(2).max(500),
  rows: z.number().int().min(1).max(300),
};

/** Source: Kubernetes, "Object Names and IDs": DNS subdomain names. */
const objectName = z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "No such name.");

/** Which program runs in a container: "auto" is bash where there is one. */
export const SHELLS = ["auto", "sh", "bash"] as const;
export type ShellChoice = (typeof SHELLS)[number];

/** Input of the socket event "shell.open": a shell in a container. */
export const containerShellInput = z.object({
  clusterId: objectId,
  namespace: objectName,
  pod: objectName,
  container: objectName,
  shell: z.enum(SHELLS).default("auto"),
  ...size,
});
export type ContainerShellInput = z.output<typeof containerShellInput>;

/** Input of "shell.open-host": a login shell on a host, as root only when that was chosen. */
export const hostShellInput = z.object({ hostId: objectId, asRoot: z.boolean(), ...size });
export type HostShellInput = z.output<typeof hostShellInput>;

/** Input of "console.open": kubectl in a cluster; `typed` stands at its first prompt and is not run. */
export const consoleInput = z.object({
  clusterId: objectId,
  typed: z.string().regex(TYPED, "One line of plain characters.").default(""),
  ...size,
});

const terminalId = z.uuid();

/** Input of "shell.attach", what was opened before by the same person, and of "shell.resize". */
export const shellAttachInput = z.object({ id: terminalId, ...size });

/** Input of "shell.input". A browser sends a long paste in pieces. */
export const shellTextInput = z.object({ id: terminalId, text: z.string().max(4096) });

/** Input of "shell.close". */
export const shellCloseInput = z.object({ id: terminalId });

/** Answer of "shell.open", "shell.open-host", "console.open" and "shell.attach". */
export interface OpenedShell {
  readonly id: string;
  readonly title: string;
}

/** The socket event "shell.data"; it must be acknowledged before much more comes. */
export interface ShellData {
  readonly id: string;
  readonly data: Uint8Array;
}

/** The socket event "shell.end". */
export interface ShellEnd {
  readonly id: string;
  /** Of the shell; null when it did not end by itself. */
  readonly exitCode: number | null;
  readonly reason: "exited" | "closed" | "idle" | "signed-out" | "lost";
  readonly problem: Problem | null;
}
