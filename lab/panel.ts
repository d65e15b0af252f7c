/**
 * A panel of its own for tests and benchmarks, driven through its HTTP API as a browser would. It must
 * have been built (`npm run build`), and be started inside the lab's network to reach practice hosts.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Problem } from "@/lib/core/problem";
import { panelEnv, panelFlags } from "@/scripts/bootstrap/panel-process.mjs";
import { k3sArtifacts } from "./lab";

const ROOT = join(import.meta.dirname, "..");
const READY_TIMEOUT_MS = 30_000;

/** The first administrator of every such panel. */
export const ADMINISTRATOR = {
  name: "Ada",
  email: "ada@example.org",
  password: "correct horse battery staple",
};

/** An answer that was not a success: carries the panel's problem, and for a bug what the panel printed. */
export class PanelRefusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, request: string, printed: readonly string[]) {
    const log = problem.code === "panel.unexpected" ? `\n${printed.slice(-20).join("\n")}` : "";
    super(`${request}: ${problem.code}: ${problem.detail}${log}`);
    this.problem = problem;
  }
}

export interface Panel {
  readonly url: string;
  readonly dataFolder: string;
  /** Printed at the start, until an administrator exists. */
  setupLink(): Promise<string>;
  readonly process: ChildProcess;
  /** Every line it has printed so far. */
  readonly printed: readonly string[];
  /** Creates the first administrator and signs in. */
  setUp(): Promise<void>;
  signIn(): Promise<void>;
  get<T>(path: string): Promise<T>;
  send<T>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T>;
  /** Ends the process; "SIGKILL" leaves it no time for anything. Keeps the data folder. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Stops and removes the data folder. */
  remove(): Promise<void>;
}

interface Options {
  readonly port: number;
  /** An earlier panel's, to go on with it. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built panel and waits until it is ready. On failure the error holds what it printed. */
export async function startPanel(options: Options): Promise<Panel> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "gandalf-panel-"));
  const url = `http://127.0.0.1:${options.port}`;
  const child = launch(options, dataFolder);
  const output: string[] = [];
  const printed = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => {
      output.push(line);
      const link = /https?:\/\/\S+\/setup#token=[\w-]+/.exec(line)?.[0];
      if (link !== undefined) printed.resolve(link);
    });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(url, child, output);
  const request = createClient(url, output);
  const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
    child.kill(signal);
    await exited;
  };
  const { email, password } = ADMINISTRATOR;
  return {
    url,
    dataFolder,
    setupLink: () => printed.promise,
    process: child,
    printed: output,
    setUp: async () => {
      const [, token] = (await printed.promise).split("#token=");
      await request("POST", "/setup", { token, ...ADMINISTRATOR });
    },
    signIn: async () => void (await request("POST", "/session", { email, password })),
    get: <T>(path: string) => request("GET", path) as Promise<T>,
    send: <T>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown) =>
      request(method, path, body) as Promise<T>,
    stop,
    remove: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

const launch = ({ port, env }: Options, dataFolder: string) =>
  spawn(process.execPath, [...panelFlags, join(ROOT, "dist/server.js")], {
    cwd: ROOT,
    env: {
      ...panelEnv,
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      GANDALF_DATA: dataFolder,
      GANDALF_K3S_BUNDLE: k3sArtifacts.folder,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Speaks to the API as the panel's own pages do: same origin, session in a cookie. `output`: what the panel prints. */
function createClient(url: string, output: readonly string[]) {
  let cookie = "";
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const json = { "content-type": "application/json" };
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        origin: url,
        "sec-fetch-site": "same-origin",
        cookie,
        connection: "close", // a kept one may be closed by the panel just as it is used again
        ...(body === undefined ? {} : json),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true && text !== "";
    const value: unknown = isJson ? JSON.parse(text) : text;
    if (!response.ok) throw new PanelRefusal(value as Problem, `${method} ${path}`, output);
    return value;
  };
}

async function ready(url: string, child: ChildProcess, output: readonly string[]): Promise<void> {
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error(`the panel did not become ready:\n${output.join("\n")}`);
}
