import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { OLDEST_SYSTEMD, prepareConsole, runConsole, socketPath } from "@/lib/console/sandbox";
import type { SshDoor } from "@/server/ssh/host-door";
import { newMarker } from "@/server/ssh/marker";
import type { Backend, BackendEvents } from "@/server/terminals/backend";
import type { ConsoleEntry } from "./console-entry";
import { GreetedTerminal } from "./greeted-terminal";

const PREPARE_MS = 20_000;

/** A server that may run it. */
export interface ConsoleHost {
  readonly hostId: string;
  readonly hostName: string;
}

interface Wanted {
  readonly id: string;
  readonly host: ConsoleHost;
  readonly entry: ConsoleEntry;
  readonly startFile: string;
  readonly typed: string;
  readonly cols: number;
  readonly rows: number;
}

/** Opens one on that host, or says why it cannot. */
export async function openConsole(
  ssh: Pick<SshDoor, "borrow" | "tunnel">,
  wanted: Wanted,
  events: BackendEvents,
): Promise<Result<Backend>> {
  const { id, host, entry, startFile, typed, cols, rows } = wanted;
  const kubectlPath = await prepare(ssh, id, host);
  if (!kubectlPath.ok) return kubectlPath;
  const mark = newMarker();
  const greeted = new GreetedTerminal({ mark, startFile, typed }, events);
  const startBytes = Buffer.byteLength(startFile);
  const terminal = await ssh.tunnel(
    host.hostId,
    {
      argv: runConsole({ id, kubectlPath: kubectlPath.value, mark, startBytes }),
      socketPath: socketPath(id),
      onConnection: (stream) => entry.accept(stream),
      cols,
      rows,
    },
    greeted,
  );
  if (!terminal.ok) return terminal;
  greeted.use(terminal.value);
  const started = await greeted.started;
  return started.ok ? ok(terminal.value) : fail(didNotStart(host, started.tail));
}

/** Makes its folder; answers where kubectl is. */
async function prepare(
  ssh: Pick<SshDoor, "borrow">,
  id: string,
  host: ConsoleHost,
): Promise<Result<string>> {
  const borrowed = await ssh.borrow(host.hostId);
  if (!borrowed.ok) return borrowed;
  const { host: reached, release } = borrowed.value;
  try {
    const login = reached.session.target.user;
    const done = await reached.run(prepareConsole(id, login), { timeoutMs: PREPARE_MS });
    if (!done.ok) return done;
    const { stdout, stderr, exitCode } = done.value;
    if (exitCode !== 0) return fail(didNotStart(host, stderr));
    const [version = "", kubectl = "none"] = stdout.trim().split("\n");
    if (!(Number(version) >= OLDEST_SYSTEMD)) return fail(tooOld(host, version));
    return kubectl === "none" ? fail(noKubectl(host)) : ok(kubectl);
  } finally {
    release();
  }
}

const ELSEWHERE =
  "Use kubectl on your own machine: the cluster's page has a kubeconfig that goes through the panel.";

const unsuitable = ({ hostId }: ConsoleHost, detail: string, remedy: string): Problem => ({
  code: "host.unsuitable",
  detail,
  remedies: [remedy, ELSEWHERE],
  hostId: hostId,
});

const tooOld = (host: ConsoleHost, version: string) =>
  unsuitable(
    host,
    `${host.hostName} runs systemd ${version || "of an unknown version"}; the console's sandbox needs ${OLDEST_SYSTEMD}.`,
    "Update its system: Debian 11, Ubuntu 22.04 and RHEL 9 have it.",
  );

const noKubectl = (host: ConsoleHost) =>
  unsuitable(
    host,
    `${host.hostName} has no kubectl, which comes with k3s.`,
    "Check the node in the cluster's plan.",
  );

const didNotStart = ({ hostId, hostName }: ConsoleHost, said: string): Problem => ({
  code: "command.failed",
  detail: `The console did not start on ${hostName}.`,
  remedies: [
    `Its last lines say why; so does the journal there: journalctl -u 'gandalf-console-*'.`,
    ELSEWHERE,
  ],
  hostId: hostId,
  evidence: {
    command: "systemd-run",
    exitCode: null,
    tail: said
      .replaceAll(/\u001b\[[0-9;?]*[A-Za-z]|\r/g, "")
      .trim()
      .split("\n")
      .slice(-6),
  },
});
