import { WebSocket } from "ws";
import { fail, ok, type Result } from "@/lib/core/result";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { impersonation } from "@/lib/kube/panel-groups";
import type { SessionUser } from "@/lib/schemas/session";
import type { ContainerShellInput, ShellChoice } from "@/lib/schemas/terminal";
import { linkFailure, problemOf } from "@/server/kube/api-failure";
import { identityHeaders, tlsOptions } from "@/server/kube/api-link";
import { readRefusal } from "@/server/kube/read-refusal";
import type { Backend, BackendEvents } from "./backend";
import { execEnd } from "./exec-end";

/** Source: Kubernetes, remotecommand: v5 adds closing of single channels. */
const PROTOCOLS = ["v5.channel.k8s.io", "v4.channel.k8s.io"];
const CHANNEL = { stdin: 0, stdout: 1, stderr: 2, error: 3, resize: 4 } as const;
const HANDSHAKE_MS = 15_000;
/** Below the 30 s after which proxies give up an idle connection. */
const PING_EVERY_MS = 20_000;

const TERM = "export TERM=xterm-256color";
const COMMANDS: Readonly<Record<ShellChoice, readonly string[]>> = {
  auto: ["sh", "-c", `${TERM}; command -v bash >/dev/null 2>&1 && exec bash; exec sh`],
  sh: ["sh", "-c", `${TERM}; exec sh`],
  bash: ["bash", "-c", `${TERM}; exec bash`],
};

function execUrl(server: string, wanted: ContainerShellInput): string {
  const { namespace, pod, container, shell } = wanted;
  const url = new URL(`${server}/api/v1/namespaces/${namespace}/pods/${pod}/exec`);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  for (const name of ["stdin", "stdout", "tty"]) url.searchParams.set(name, "true");
  url.searchParams.set("container", container);
  for (const word of COMMANDS[shell]) url.searchParams.append("command", word);
  return url.href;
}

const framed = (channel: number, text: string): Buffer =>
  Buffer.concat([Buffer.of(channel), Buffer.from(text)]);

interface ExecRequest {
  readonly credentials: KubeCredentials;
  readonly user: Pick<SessionUser, "id" | "role">;
  readonly wanted: ContainerShellInput;
}

/** Opens a shell in a container, in the person's own name: the cluster's rules for that person hold. */
export function openExec(
  { credentials, user, wanted }: ExecRequest,
  events: BackendEvents,
): Promise<Result<Backend>> {
  const { server } = credentials;
  const socket = new WebSocket(execUrl(server, wanted), PROTOCOLS, {
    headers: {
      ...(identityHeaders(credentials.identity) as Record<string, string>),
      ...impersonation(user),
    },
    handshakeTimeout: HANDSHAKE_MS,
    ...(server.startsWith("https:") ? tlsOptions(credentials) : {}),
  });
  return new Promise((resolve) => {
    socket.once("open", () => resolve(ok(createBackend(socket, wanted, events))));
    socket.once(
      "unexpected-response",
      (_, answer) =>
        void readRefusal(server, answer).then((problem) => resolve(fail(problemOf(problem)))),
    );
    socket.on("error", (error: NodeJS.ErrnoException) =>
      resolve(fail(problemOf(linkFailure(server, error.code ?? "")))),
    );
  });
}

function createBackend(
  socket: WebSocket,
  wanted: ContainerShellInput,
  events: BackendEvents,
): Backend {
  const send = (channel: number, text: string) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(framed(channel, text));
  };
  const resize = (cols: number, rows: number) =>
    send(CHANNEL.resize, JSON.stringify({ Width: cols, Height: rows }));
  const timer = setInterval(() => socket.ping(), PING_EVERY_MS).unref();
  let said = "";
  socket.on("message", (message: Buffer) => {
    const [channel] = message;
    const content = message.subarray(1);
    if (channel === CHANNEL.error) said += content.toString();
    else if (content.length > 0) events.data(content);
  });
  socket.once("close", () => {
    clearInterval(timer);
    events.end(said === "" ? lost(wanted.container) : execEnd(said, wanted.container));
  });
  resize(wanted.cols, wanted.rows);
  return {
    write: (text) => send(CHANNEL.stdin, text),
    resize,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.terminate(),
  };
}

const lost = (container: string) => ({
  exitCode: null,
  problem: {
    code: "cluster.unreachable" as const,
    detail: `The connection to the shell in ${container} broke off.`,
    remedies: ["Open it again. What ran in it has ended."],
  },
});
