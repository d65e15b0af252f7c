import { done, fail, ok, type Result } from "@/lib/core/result";
import type { Permission } from "@/lib/schemas/session";
import type { ContainerShellInput, HostShellInput } from "@/lib/schemas/terminal";
import type { Consoles, ConsoleWish } from "@/server/console/consoles";
import type { Database } from "@/server/db/client";
import { problemOf } from "@/server/kube/api-failure";
import type { KubeHub } from "@/server/kube/kube-hub";
import type { Lifecycle } from "@/server/lifecycle";
import type { SshDoor } from "@/server/ssh/host-door";
import { openExec } from "./open-exec";
import type { Opener } from "./opener";
import type { TerminalOutlet } from "./outlet";
import type { Terminal, TerminalFacts } from "./terminal";
import { TerminalRegistry, type RegistryNeeds, type Whose } from "./terminal-registry";

/** Terminals that run, here, whether or not a page shows them. */
export interface Terminals {
  /** Answers its id. */
  openInContainer(opener: Opener, wanted: ContainerShellInput): Promise<Result<string>>;
  openOnHost(opener: Opener, wanted: HostShellInput): Promise<Result<string>>;
  openConsole(opener: Opener, wish: ConsoleWish): Promise<Result<string>>;
  attach(whose: Whose, outlet: TerminalOutlet): Result<{ title: string; detach: () => void }>;
  write(whose: Whose, text: string): Result<void>;
  resize(whose: Whose, size: { cols: number; rows: number }): Result<void>;
  close(whose: Whose): Result<void>;
  /** Ends what is idle, and what its owner may not have any more. */
  recheck(): Promise<void>;
}

interface Needs extends RegistryNeeds {
  readonly consoles: Pick<Consoles, "open">;
  readonly db: Database;
  readonly kube: KubeHub;
  readonly lifecycle: Pick<Lifecycle, "onStop">;
  readonly ssh: Pick<SshDoor, "terminal">;
}

/** Starts without any. */
export function createTerminals(needs: Needs): Terminals {
  const { consoles, db, kube, lifecycle, ssh } = needs;
  const registry = new TerminalRegistry(needs);
  lifecycle.onStop("terminals", () => registry.stop());

  const use = (whose: Whose, act: (terminal: Terminal) => void): Result<void> => {
    const found = registry.find(whose);
    if (!found.ok) return found;
    act(found.value);
    return done;
  };

  return {
    recheck: () => registry.recheck(),
    openInContainer: async (opener, wanted) => {
      const { clusterId, namespace, pod, container } = wanted;
      const credentials = await kube.credentials(clusterId);
      if (!credentials.ok) return fail(problemOf(credentials.problem));
      const ready = await kube.ensureGroups(clusterId);
      if (!ready.ok) return fail(problemOf(ready.problem));
      const facts = factsOf(opener, "container", `${pod} · ${container}`);
      const detail = { namespace, pod, container };
      const opening = { opener, facts, object: `cluster:${clusterId}`, detail };
      const { user } = opener;
      return registry.open(opening, (events) =>
        openExec({ credentials: credentials.value, user, wanted }, events),
      );
    },
    openOnHost: async (opener, { hostId, ...choice }) => {
      const host = await db.host.findUnique({ where: { id: hostId } });
      const name = host?.name ?? hostId;
      const facts = factsOf(opener, "host", choice.asRoot ? `root@${name}` : name);
      const detail = { host: name, asRoot: choice.asRoot };
      const opening = { opener, facts, object: `host:${hostId}`, detail };
      return registry.open(opening, (events) => ssh.terminal(hostId, choice, events));
    },
    openConsole: async (opener, wish) => {
      const { id, name } = wish.cluster;
      const facts = factsOf(opener, "console", `kubectl · ${name}`);
      const opening = { opener, facts, object: `cluster:${id}`, detail: { cluster: name } };
      return registry.open(opening, (events) => consoles.open(opener, wish, events));
    },
    attach: (whose, outlet) => {
      const found = registry.find(whose);
      if (!found.ok) return found;
      return ok({ title: found.value.facts.title, detach: found.value.attach(outlet) });
    },
    write: (whose, text) => use(whose, (terminal) => terminal.write(text)),
    resize: (whose, { cols, rows }) => use(whose, (terminal) => terminal.resize(cols, rows)),
    close: (whose) => use(whose, (terminal) => terminal.close("closed")),
  };
}

const PERMISSION_FOR = {
  container: "shell:container",
  host: "shell:host",
  console: "kube:console",
} as const satisfies Record<TerminalFacts["kind"], Permission>;

const factsOf = (
  { user, sessionHash }: Opener,
  kind: TerminalFacts["kind"],
  title: string,
): TerminalFacts => ({
  kind,
  title,
  permission: PERMISSION_FOR[kind],
  userId: user.id,
  sessionHash,
});
