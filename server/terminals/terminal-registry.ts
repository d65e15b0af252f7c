import type { Clock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import type { SessionUser } from "@/lib/schemas/session";
import type { ShellEnd } from "@/lib/schemas/terminal";
import type { Audit } from "@/server/audit/audit";
import { allows } from "@/server/auth/permissions";
import type { Sessions } from "@/server/auth/sessions";
import type { Bus } from "@/server/bus";
import type { Backend, BackendEvents } from "./backend";
import { Terminal, type TerminalFacts } from "./terminal";

const MAX_PER_PERSON = 12;
/** How soon an idle terminal, or one of a person who lost the right, ends. */
const RECHECK_EVERY_MS = 30_000;
/** One that ended can be looked at this long: the page that opened it may not have seen why. */
const KEEP_ENDED_MS = 30_000;

/** One terminal, asked for by somebody. */
export interface Whose {
  readonly id: string;
  readonly user: Pick<SessionUser, "id" | "role">;
}

/** What is written down of a terminal: who, where, how long. Never what was typed. */
export interface Opening {
  readonly opener: { readonly user: Pick<SessionUser, "id" | "name">; readonly address: string };
  readonly facts: TerminalFacts;
  readonly object: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface RegistryNeeds {
  readonly audit: Audit;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly sessions: Pick<Sessions, "check">;
}

/** The terminals that run: whose they are, how long they may, and when they must end. */
export class TerminalRegistry {
  readonly #needs: RegistryNeeds;
  readonly #terminals = new Map<string, Terminal>();
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;

  constructor(needs: RegistryNeeds) {
    this.#needs = needs;
    this.#timer = setInterval(() => void this.recheck(), RECHECK_EVERY_MS).unref();
    this.#stopListening = needs.bus.on("sessions.closed", ({ tokenHashes }) => {
      for (const terminal of this.#running())
        if (tokenHashes.includes(terminal.facts.sessionHash)) terminal.close("signed-out");
    });
  }

  /** Starts a program for somebody; answers the terminal's id. */
  async open(
    opening: Opening,
    start: (events: BackendEvents) => Promise<Result<Backend>>,
  ): Promise<Result<string>> {
    const { facts } = opening;
    const own = this.#running().filter((each) => each.facts.userId === facts.userId);
    if (own.length >= MAX_PER_PERSON) return fail(tooMany);
    const { clock } = this.#needs;
    const terminal = new Terminal(facts, clock, (end) => this.#ended(opening, terminal, end));
    this.#terminals.set(terminal.id, terminal);
    const backend = await start(terminal);
    if (!backend.ok) {
      this.#terminals.delete(terminal.id);
      return backend;
    }
    terminal.start(backend.value);
    await this.#record("open", opening, backend.value.detail ?? {});
    return ok(terminal.id);
  }

  /** Somebody's own terminal, if that person may still have it. */
  find({ id, user }: Whose): Result<Terminal> {
    const found = this.#terminals.get(id);
    const isTheirs = found?.facts.userId === user.id && allows(user.role, found.facts.permission);
    return found !== undefined && isTheirs ? ok(found) : fail(gone);
  }

  /** Ends what is idle, and what its owner may not have any more. */
  async recheck(): Promise<void> {
    for (const terminal of this.#running()) {
      const { sessionHash, permission } = terminal.facts;
      const user = await this.#needs.sessions.check(sessionHash);
      if (user === null || !allows(user.role, permission)) terminal.close("signed-out");
      else if (terminal.isOverdue) terminal.close("idle");
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stopListening();
    for (const terminal of this.#running()) terminal.close("closed");
  }

  #running(): readonly Terminal[] {
    return [...this.#terminals.values()].filter(({ isOver }) => !isOver);
  }

  #ended(opening: Opening, terminal: Terminal, { reason, exitCode }: Omit<ShellEnd, "id">): void {
    setTimeout(() => this.#terminals.delete(terminal.id), KEEP_ENDED_MS).unref();
    const seconds = Math.round((this.#needs.clock.nowMs() - terminal.openedAtMs) / 1000);
    // A database that cannot be written says so where somebody reads it.
    void this.#record("close", opening, { reason, exitCode, seconds }).catch(() => {});
  }

  #record(verb: "open" | "close", { opener, facts, object, detail }: Opening, more: object) {
    const { user, address } = opener;
    return this.#needs.audit.record({
      actor: { id: user.id, name: user.name },
      address,
      action: `${facts.kind === "console" ? "console" : "shell"}.${verb}`,
      object,
      detail: { ...detail, ...more },
    });
  }
}

const gone = {
  code: "object.not-found" as const,
  detail: "This terminal has ended, or is not yours.",
  remedies: ["Open a new one."],
};

const tooMany = {
  code: "input.too-large" as const,
  detail: `You have ${MAX_PER_PERSON} terminals open already.`,
  remedies: ["Close some of them: exit, or Ctrl+D."],
};
