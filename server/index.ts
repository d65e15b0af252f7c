import { join } from "node:path";
import type { Problem } from "@/lib/core/problem";
import { runCommand } from "./command/run-command";
import { startPanel } from "./panel";
import { issueSetupToken } from "./services/issue-setup-token";

/** All of the shutdown together; then the process ends whatever still hangs. */
const STOP_LIMIT_MS = 9500;

/** The project's folder: this file runs as server/index.ts and, bundled, as dist/server.js. */
const ROOT = join(import.meta.dirname, "..");

const say = (line: string) => process.stdout.write(`${line}\n`);

function giveUp({ detail, remedies }: Problem): never {
  process.stderr.write([detail, ...remedies.map((remedy) => `  ${remedy}`), ""].join("\n"));
  process.exit(1);
}

process.umask(0o077); // whatever the panel writes, its database first, is for its own user
const words = process.argv.slice(2);
if (words.length > 0) {
  const terminal = { input: process.stdin, output: process.stderr };
  const said = await runCommand({ words, env: process.env, root: ROOT, terminal });
  if (!said.ok) giveUp(said.problem);
  say(said.value);
  process.exit(0);
}

const panel = await startPanel(process.env, ROOT);
if (!panel.ok) giveUp(panel.problem);
const { container, url, stop } = panel.value;

const token = await issueSetupToken(container);
say(`\n  Gandalf is ready: ${url}`);
if (token !== null)
  say(
    `\n  Create the administrator with this link. It works once, for 24 hours:\n  ${url}/setup#token=${token}\n`,
  );

// A promise that nobody waited for hurts one request; an exception that nobody caught may have left
// anything half done, so the panel ends, and jobs resume from their journal.
process.on("unhandledRejection", (error) => container.log.error({ err: error }, "unhandled"));
process.on("uncaughtException", (error) => {
  container.log.fatal({ err: error }, "the panel met a bug and stops");
  setTimeout(() => process.exit(1), 100);
});

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    container.log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        container.log.fatal({ err: error }, "did not stop well");
        process.exit(1);
      },
    );
  });
