import type { Duplex } from "node:stream";
import type { Client, ClientChannel } from "ssh2";
import { fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import { type Argv, toShell } from "@/lib/shell/argv";
import { connect } from "./connect";
import { linkLostProblem } from "./connect-problem";
import { newMarker } from "./marker";
import { controlTerminal, type HostTerminal, type TerminalEvents } from "./open-terminal";
import type { RootAccess } from "./root-access";
import type { SshTarget } from "./target";

/** A program in a terminal of a host, and a socket there whose connections come here: both end with the link. */
export interface TunnelChoice {
  /** Run as root. */
  readonly argv: Argv;
  /** In a folder that the login may write to. */
  readonly socketPath: string;
  readonly onConnection: (stream: Duplex) => void;
  readonly cols: number;
  readonly rows: number;
}

/** A host, and how its login becomes root. */
interface RootTarget {
  readonly target: SshTarget;
  readonly sudo: RootAccess["kind"];
}

/** Opens both on a connection of their own. */
export async function openTunnel(
  { target, sudo }: RootTarget,
  choice: TunnelChoice,
  events: TerminalEvents,
): Promise<Result<HostTerminal>> {
  const link = await connect(target);
  if (!link.ok) return link;
  const { client } = link.value;
  client.on("unix connection", (_, accept) => choice.onConnection(accept()));
  if (!(await listen(client, choice.socketPath))) {
    link.value.close();
    return fail(noForwarding(target));
  }
  const prompt = newMarker();
  const channel = await start(client, toShell(rootArgv(sudo, prompt, choice.argv)), choice);
  if (channel === null) {
    link.value.close();
    return fail(linkLostProblem(target, "opening a terminal"));
  }
  if (sudo === "sudo-password") answerPrompt(channel, prompt, target);
  return ok(controlTerminal(channel, link.value, { target, events }));
}

/** In a terminal sudo reads its password from there, unseen. Source: sudo(8). */
function rootArgv(sudo: RootAccess["kind"], prompt: string, argv: Argv): Argv {
  switch (sudo) {
    case "root":
      return argv;
    case "sudo":
      return ["env", "LC_ALL=C", "sudo", "-n", "--", ...argv];
    case "sudo-password":
      return ["env", "LC_ALL=C", "sudo", "-k", "-p", prompt, "--", ...argv];
  }
}

/** Once: whoever is asked twice gave a wrong one, and the terminal says so. */
function answerPrompt(channel: ClientChannel, prompt: string, target: SshTarget): void {
  let said = "";
  const look = (chunk: Buffer) => {
    said = (said + chunk.toString("latin1")).slice(-4096);
    if (!said.includes(prompt)) return;
    channel.off("data", look);
    if (target.sudoPassword !== null) channel.write(`${reveal(target.sudoPassword)}\n`);
  };
  channel.on("data", look);
}

/** ssh2 throws where the other end is no OpenSSH. */
function listen(client: Client, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    client.once("close", () => resolve(false));
    try {
      client.openssh_forwardInStreamLocal(path, (error) => resolve(!error));
    } catch {
      resolve(false);
    }
  });
}

function start(
  client: Client,
  command: string,
  { cols, rows }: Pick<TunnelChoice, "cols" | "rows">,
): Promise<ClientChannel | null> {
  const pty = { term: "xterm-256color", cols, rows };
  return new Promise((resolve) => {
    client.once("close", () => resolve(null));
    try {
      client.exec(command, { pty }, (error, channel) => resolve(error ? null : channel));
    } catch {
      resolve(null); // "Not connected": the link went away a moment ago
    }
  });
}

/** Source: sshd_config(5), AllowStreamLocalForwarding and DisableForwarding. */
const noForwarding = ({ hostId, hostName, user }: SshTarget) => ({
  code: "host.unsuitable" as const,
  detail: `The SSH server of ${hostName} does not forward sockets, which a console needs to reach the panel.`,
  remedies: [
    `In /etc/ssh/sshd_config on ${hostName}: Match User ${user}, then AllowStreamLocalForwarding remote; then sudo systemctl reload ssh.`,
    "Use kubectl on your own machine: the cluster's page has a kubeconfig that goes through the panel.",
  ],
  hostId,
});
