import type { Client, ClientChannel } from "ssh2";
import { fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import { toShell } from "@/lib/shell/argv";
import { linkLostProblem } from "./connect-problem";
import { MarkReader } from "./mark-reader";
import { newMarker } from "./marker";
import { rootProblem, rootShellArgv, type RootAccess } from "./root-access";
import { RootShell } from "./root-shell";
import type { SshTarget } from "./target";

/** A login shell with a slow rc file, a PAM stack that asks a directory: seconds, paid once a shell. */
const OPEN_TIMEOUT_MS = 30_000;
/** What is kept of stderr while waiting, for the problem. */
const STDERR_LIMIT = 4_096;

/** A root shell on its own channel. A password is sent only after sudo's own prompt was seen. */
export async function openShell(
  client: Client,
  target: SshTarget,
  access: RootAccess,
): Promise<Result<RootShell>> {
  const hello = newMarker();
  const prompt = newMarker();
  const channel = await openChannel(client, toShell(rootShellArgv(access, hello, prompt)));
  if (channel === null) return fail(noChannelProblem(target));
  return greet(channel, { target, access, hello, prompt });
}

function openChannel(client: Client, command: string): Promise<ClientChannel | null> {
  return new Promise((resolve) => {
    const lost = () => resolve(null);
    client.once("close", lost);
    try {
      client.exec(command, (error, channel) => {
        client.off("close", lost);
        resolve(error ? null : channel);
      });
    } catch {
      resolve(null); // ssh2 throws "Not connected" when the link went away a moment ago
    }
  });
}

interface Greeting {
  readonly target: SshTarget;
  readonly access: RootAccess;
  readonly hello: string;
  readonly prompt: string;
}

function greet(channel: ClientChannel, greeting: Greeting): Promise<Result<RootShell>> {
  const { target, access } = greeting;
  return new Promise((resolve) => {
    const reader = new MarkReader(greeting.hello);
    let stderr = "";
    let exitCode: number | null = null;
    let prompts = 0;
    const settle = (result: Result<RootShell>) => {
      clearTimeout(timer);
      channel.off("data", onStdout).off("close", onClose).off("exit", onExit);
      channel.stderr.off("data", onStderr);
      if (!result.ok) channel.destroy();
      resolve(result);
    };
    const refuse = (askedTwice = false) =>
      settle(
        fail(
          rootProblem(target, { stderr: withoutPrompt(stderr, greeting), exitCode, askedTwice }),
        ),
      );
    const onStdout = (chunk: Buffer) => {
      const mark = reader.push(chunk).find((piece) => piece.kind === "mark");
      if (mark?.kind !== "mark") return;
      const [pid, uid] = mark.text.split(" ");
      if (uid !== "0") refuse();
      else settle(ok(new RootShell(channel, Number(pid))));
    };
    const onStderr = (chunk: Buffer) => {
      stderr = (stderr + chunk.toString("utf8")).slice(-STDERR_LIMIT);
      const seen = stderr.split(greeting.prompt).length - 1;
      if (seen <= prompts || access.kind !== "sudo-password") return;
      prompts = seen;
      if (prompts > 1) refuse(true);
      else channel.write(`${reveal(access.password)}\n`);
    };
    const onExit = (code: number | null) => (exitCode = code);
    const onClose = () =>
      exitCode === null && stderr === ""
        ? settle(fail(linkLostProblem(target, "login")))
        : refuse();
    const timer = setTimeout(() => refuse(), OPEN_TIMEOUT_MS);
    channel.on("data", onStdout).on("close", onClose).on("exit", onExit);
    channel.stderr.on("data", onStderr);
  });
}

const withoutPrompt = (stderr: string, { prompt }: Greeting) => stderr.replaceAll(prompt, "");

/** The connection stands but gives no further channel. Source: sshd_config(5), MaxSessions. */
const noChannelProblem = (target: SshTarget) => ({
  ...linkLostProblem(target, "opening a shell"),
  remedies: [
    "Try again: the link may have been lost a moment ago.",
    "If sshd limits sessions (MaxSessions in /etc/ssh/sshd_config), allow 10, which is its default.",
  ],
});
