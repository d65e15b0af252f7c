import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import { SANDBOX } from "@/lib/console/sandbox";
import { startFile } from "@/lib/console/start-file";
import { welcome } from "@/lib/console/welcome";
import type { Secret } from "@/lib/core/secret";
import { proxyKubeconfig } from "@/lib/kube/kubeconfig";
import { PROXY_PREFIX } from "@/lib/kube-proxy/proxy-path";
import type { Audit } from "@/server/audit/audit";
import type { Sessions } from "@/server/auth/sessions";
import type { Bus } from "@/server/bus";
import type { Database } from "@/server/db/client";
import type { KubeHub } from "@/server/kube/kube-hub";
import { createKubeProxy, type KubeProxy } from "@/server/kube-proxy/kube-proxy";
import { panelCertificate, TLS_SERVER_NAME } from "@/server/kube-proxy/panel-certificate";
import type { Lifecycle } from "@/server/lifecycle";
import type { Redactor } from "@/server/secrets/redactor";
import type { Vault } from "@/server/secrets/vault";
import type { SshDoor } from "@/server/ssh/host-door";
import type { Backend, BackendEvents } from "@/server/terminals/backend";
import type { Opener } from "@/server/terminals/opener";
import { problemOf } from "@/server/kube/api-failure";
import { type ConsoleCleaner, createConsoleCleaner } from "./console-cleaner";
import { createConsoleEntry } from "./console-entry";
import { type ConsoleLedger, createConsoleLedger } from "./console-ledger";
import { type ConsolePasses, createConsolePasses } from "./console-passes";
import { type ConsoleHost, openConsole } from "./open-console";

/** With 320 MiB each at most, what a server can spare. */
const MAX_PER_HOST = 6;

/** What somebody wants, and where it may run. */
export interface ConsoleWish {
  readonly cluster: { readonly id: string; readonly name: string };
  /** In the order in which they are tried. */
  readonly servers: readonly ConsoleHost[];
  /** Typed at the first prompt, not run. */
  readonly typed: string;
  readonly cols: number;
  readonly rows: number;
}

/** Terminals with kubectl on the clusters' own servers, shut off from them, each with the rights of one person. */
export interface Consoles {
  open(opener: Opener, wish: ConsoleWish, events: BackendEvents): Promise<Result<Backend>>;
  /** Ends what an earlier panel left on hosts. */
  sweep(): Promise<void>;
}

interface Needs {
  readonly audit: Audit;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly db: Database;
  readonly kube: KubeHub;
  readonly lifecycle: Pick<Lifecycle, "onStart" | "onStop">;
  readonly log: Logger;
  readonly redactor: Redactor;
  readonly sessions: Pick<Sessions, "check">;
  readonly ssh: Pick<SshDoor, "borrow" | "tunnel">;
  readonly vault: Vault;
}

/** What one console is made of, beside the panel's own parts. */
interface Parts extends Needs {
  readonly cleaner: ConsoleCleaner;
  readonly ledger: ConsoleLedger;
  readonly passes: ConsolePasses;
  readonly proxy: KubeProxy;
  /** Console → host. */
  readonly running: Map<string, string>;
}

interface Attempt {
  readonly host: ConsoleHost;
  readonly opener: Opener;
  readonly wish: ConsoleWish;
  /** Servers that were tried before. */
  readonly skipped: readonly string[];
}

/** Starts without any. */
export function createConsoles(needs: Needs): Consoles {
  const { db, kube, lifecycle, sessions } = needs;
  const passes = createConsolePasses(sessions);
  const proxy = createKubeProxy({ ...needs, kubeTokens: passes });
  const ledger = createConsoleLedger(db);
  const running = new Map<string, string>();
  const cleaner = createConsoleCleaner({ ...needs, ledger, isRunning: (id) => running.has(id) });
  const parts = { ...needs, cleaner, ledger, passes, proxy, running };
  const isFull = ({ hostId }: ConsoleHost) =>
    [...running.values()].filter((each) => each === hostId).length >= MAX_PER_HOST;

  lifecycle.onStart("consoles", () => cleaner.sweepSoon());
  lifecycle.onStop("consoles", async () => {
    passes.stop();
    proxy.close();
    await cleaner.settled();
  });
  return {
    sweep: () => cleaner.sweep(),
    open: async (opener, wish, events) => {
      const ready = await kube.ensureGroups(wish.cluster.id);
      if (!ready.ok) return fail(problemOf(ready.problem));
      const skipped: string[] = [];
      let last: Result<Backend> = fail(allFull(wish.cluster.name));
      for (const host of wish.servers) {
        if (isFull(host)) continue;
        last = await openOn(parts, { host, opener, wish, skipped }, events);
        if (last.ok) break;
        skipped.push(host.hostName);
      }
      if (last.ok) cleaner.sweepSoon();
      return last;
    },
  };
}

/** One console on one host: its own credential, its own way in, and the end of both with it. */
async function openOn(
  parts: Parts,
  attempt: Attempt,
  events: BackendEvents,
): Promise<Result<Backend>> {
  const { cleaner, clock, ledger, log, passes, proxy, redactor, running, ssh, vault } = parts;
  const { host, opener, wish } = attempt;
  const id = randomBytes(6).toString("hex");
  const { address, sessionHash } = opener;
  const name = `console on ${host.hostName}`;
  const token = passes.issue({ id, name, clusterId: wish.cluster.id, sessionHash });
  redactor.register(token);
  const identity = await panelCertificate(vault, clock);
  const entry = createConsoleEntry({ proxy, identity, log }, { token, address });
  running.set(id, host.hostId);
  await ledger.add({ id, hostId: host.hostId });
  const over = () => {
    if (!running.delete(id)) return;
    passes.withdraw(id);
    entry.close();
    cleaner.takeAway(id, host.hostId);
  };
  const { cols, rows, typed } = wish;
  const text = startText(attempt, identity.certificatePem, token);
  const opened = await openConsole(
    ssh,
    { id, host, entry, startFile: text, typed, cols, rows },
    { data: (chunk) => events.data(chunk), end: (end) => (over(), events.end(end)) },
  );
  if (!opened.ok) {
    over();
    return opened;
  }
  const close = () => (opened.value.close(), over());
  return ok({ ...opened.value, close, detail: { host: host.hostName } });
}

function startText({ host, opener, wish, skipped }: Attempt, caPem: string, token: Secret): string {
  const { id, name } = wish.cluster;
  const server = `https://127.0.0.1:${SANDBOX.port}${PROXY_PREFIX}${id}`;
  const tls = { caPem, serverName: TLS_SERVER_NAME };
  const { hostName } = host;
  return startFile({
    kubeconfig: proxyKubeconfig({ name, server, tls, token }),
    clusterName: name,
    welcome: welcome({ clusterName: name, user: opener.user, hostName, skipped }),
  });
}

const allFull = (cluster: string) => ({
  code: "input.too-large" as const,
  detail: `Every server of ${cluster} runs ${MAX_PER_HOST} consoles already.`,
  remedies: ["End one that is not used: exit, or Ctrl+D.", "Or use kubectl on your own machine."],
});
