import type { Result } from "@/lib/core/result";
import type { FactRequest } from "@/lib/provision/fact";
import type { CommandOutput, HostId, HostTransport } from "@/lib/provision/host";
import { toLog, toShell } from "@/lib/shell/argv";

/** One question to one host, as the book files it. */
interface Question {
  readonly key: string;
  readonly hostId: HostId;
  readonly request: FactRequest;
  /** Any change anywhere outdates it: cluster-wide answers, and other hosts' values. */
  readonly volatile: boolean;
}

interface Entry {
  readonly answer: Result<unknown>;
  readonly hostGeneration: number;
  readonly runGeneration: number;
}

interface HostDesk {
  queue: Map<string, Question>;
  flushing: Promise<void> | null;
  generation: number;
}

/** Longest a batch of facts may take before the host counts as hanging. */
const ASK_TIMEOUT_MS = 30_000;

/**
 * Everything the hosts have answered in this run. Questions that are open at the same time travel
 * to a host in one round trip; an answer is kept until something on that host changes.
 */
export class FactBook {
  readonly #entries = new Map<string, Entry>();
  readonly #desks = new Map<HostId, HostDesk>();
  readonly #hostFor: (id: HostId) => HostTransport;
  #runGeneration = 0;

  constructor(hostFor: (id: HostId) => HostTransport) {
    this.#hostFor = hostFor;
  }

  /** Answers to `wanted`, in order. `ahead` rides along in the same round trips, unawaited. */
  async answers(
    own: HostId,
    wanted: readonly FactRequest[],
    ahead: readonly { own: HostId; request: FactRequest }[] = [],
  ): Promise<readonly Result<unknown>[]> {
    const questions = wanted.map((request) => question(own, request));
    const since = this.#runGeneration;
    const fresh = new Map<string, Result<unknown>>();
    for (const q of questions) this.#enqueue(q, fresh);
    const asked = new Set(questions.filter((q) => !fresh.has(q.key)).map((q) => q.hostId));
    for (const { own: other, request } of ahead) {
      const q = question(other, request);
      if (asked.has(q.hostId) || q.hostId !== own) this.#enqueue(q, fresh);
    }
    while (questions.some((q) => !fresh.has(q.key))) {
      const open = new Set(questions.filter((q) => !fresh.has(q.key)).map((q) => q.hostId));
      await Promise.all([...open].map((hostId) => this.#flush(hostId)));
      for (const q of questions) {
        const entry = this.#entries.get(q.key);
        // A batch that was under way already may tell how things were before the last change.
        if (entry !== undefined && entry.runGeneration >= since) fresh.set(q.key, entry.answer);
      }
    }
    return questions.map((q) => fresh.get(q.key) as Result<unknown>);
  }

  /** Something was done on this host: what it answered before no longer counts. */
  forget(hostId: HostId): void {
    this.#desk(hostId).generation++;
    this.#runGeneration++;
  }

  #enqueue(q: Question, fresh: Map<string, Result<unknown>>): void {
    const entry = this.#entries.get(q.key);
    if (entry !== undefined && this.#isCurrent(q, entry)) {
      fresh.set(q.key, entry.answer);
      return;
    }
    this.#entries.delete(q.key);
    this.#desk(q.hostId).queue.set(q.key, q);
  }

  #isCurrent(q: Question, entry: Entry): boolean {
    if (!entry.answer.ok) return false;
    if (entry.hostGeneration !== this.#desk(q.hostId).generation) return false;
    return !q.volatile || entry.runGeneration === this.#runGeneration;
  }

  #desk(hostId: HostId): HostDesk {
    const known = this.#desks.get(hostId);
    if (known !== undefined) return known;
    const desk: HostDesk = { queue: new Map(), flushing: null, generation: 0 };
    this.#desks.set(hostId, desk);
    return desk;
  }

  /** One batch at a time per host; whoever comes meanwhile joins the next one. */
  async #flush(hostId: HostId): Promise<void> {
    const desk = this.#desk(hostId);
    if (desk.flushing !== null) return desk.flushing;
    desk.flushing = Promise.resolve()
      .then(() => this.#askQueued(hostId, desk))
      .finally(() => {
        desk.flushing = null;
      });
    return desk.flushing;
  }

  async #askQueued(hostId: HostId, desk: HostDesk): Promise<void> {
    const batch = [...desk.queue.values()];
    desk.queue = new Map();
    if (batch.length === 0) return;
    const stamp = { hostGeneration: desk.generation, runGeneration: this.#runGeneration };
    const outputs = await this.#hostFor(hostId).ask(
      batch.map((q) => q.request.fact.command(q.request.args as never)),
      { timeoutMs: ASK_TIMEOUT_MS },
    );
    batch.forEach((q, i) => {
      const output = outputs.ok ? outputs.value[i] : undefined;
      const answer = outputs.ok ? parse(q, output) : outputs;
      this.#entries.set(q.key, { answer, ...stamp });
    });
  }
}

function parse(q: Question, output: CommandOutput | undefined): Result<unknown> {
  const { fact, args } = q.request;
  if (output === undefined) throw new Error(`no output for fact ${fact.id}`);
  const answer = fact.parse(output, args as never);
  if (answer.ok || answer.problem.evidence !== undefined) return answer;
  return {
    ok: false,
    problem: {
      ...answer.problem,
      hostId: q.hostId,
      evidence: {
        command: toLog(fact.command(args as never)),
        exitCode: output.exitCode,
        tail: `${output.stdout}\n${output.stderr}`.trim().split("\n").slice(-8),
      },
    },
  };
}

function question(own: HostId, request: FactRequest): Question {
  const hostId = request.on ?? own;
  const command = toShell(request.fact.command(request.args as never));
  return {
    key: `${hostId}\n${request.fact.id}\n${command}`,
    hostId,
    request,
    volatile: hostId !== own || request.fact.slow === true,
  };
}
