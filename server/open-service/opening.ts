import type { Clock } from "@/lib/core/clock";
import { reveal, type Secret } from "@/lib/core/secret";
import type { OpeningAddress } from "@/lib/open-service/opening-address";
import type { OpenedAs } from "@/lib/open-service/open-headers";
import type { OpenInput } from "@/lib/schemas/opening";
import type { SessionUser } from "@/lib/schemas/session";
import { sameHash, tokenHash } from "@/server/auth/token";
import { type Dialler, ForwardAgent } from "./forward-agent";
import type { PodFinder } from "./pod-finder";
import type { WayToApp } from "./way-to-app";

/** What one app may have at once: many tabs, each with its sockets. */
const MAX_EXCHANGES = 96;
const MINUTE_MS = 60_000;
/** Nobody used it for so long. */
const IDLE_MS = 30 * MINUTE_MS;
/** A forgotten page that asks every few seconds ends with the working day. */
const LIFE_MS = 12 * 60 * MINUTE_MS;

/** Why an opening ended. */
export type CloseReason = "closed" | "signed-out" | "idle" | "stopped";

/** Everything that stays the same. */
interface OpeningFacts {
  readonly id: string;
  readonly clusterId: string;
  readonly wanted: OpenInput;
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly sessionHash: string;
  readonly address: OpeningAddress;
  /** The port that only this one has; null when its name tells it apart. */
  readonly ownPort: number | null;
  /** Where the panel itself is, for a link back. */
  readonly panelOrigin: string;
  /** The value of the cookie that lets a browser in. */
  readonly cookie: Secret;
}

/** One app under an origin of its own, with whatever runs through it. */
export class Opening {
  readonly facts: OpeningFacts;
  readonly openedAtMs: number;
  /** Requests and sockets go this way. */
  readonly agent: ForwardAgent;
  readonly dial: Dialler;
  readonly #clock: Clock;
  readonly #finder: PodFinder;
  readonly #ends = new Set<() => void>();
  #usedAtMs: number;
  #entered = false;
  #closed = false;

  constructor(facts: OpeningFacts, way: WayToApp, clock: Clock) {
    this.facts = facts;
    this.#clock = clock;
    this.#finder = way.finder;
    this.dial = way.dial;
    this.agent = new ForwardAgent(way.dial);
    this.openedAtMs = this.#usedAtMs = clock.nowMs();
  }

  get usedAtMs(): number {
    return this.#usedAtMs;
  }

  get connections(): number {
    return this.#ends.size;
  }

  get pod(): string | null {
    return this.#finder.pod;
  }

  /** For the rewriting of headers. */
  get openedAs(): OpenedAs {
    const { id, wanted, address } = this.facts;
    return { id, ...address, appPort: wanted.port };
  }

  get isOverdue(): boolean {
    const nowMs = this.#clock.nowMs();
    return nowMs - this.#usedAtMs > IDLE_MS || nowMs - this.openedAtMs > LIFE_MS;
  }

  /** Whether one of these cookie values is the one it gave out. */
  admits(values: readonly string[]): boolean {
    const wanted = tokenHash(reveal(this.facts.cookie));
    return values.some((value) => sameHash(tokenHash(value), wanted));
  }

  /** True the first time: what an earlier app left in the browser under this origin goes then. */
  enter(): boolean {
    const isFirst = !this.#entered;
    this.#entered = true;
    return isFirst;
  }

  touch(): void {
    this.#usedAtMs = this.#clock.nowMs();
  }

  /** Something begins to run through it; answers what to call when it is over, null when there is too much already. */
  begin(end: () => void): (() => void) | null {
    if (this.#closed || this.#ends.size >= MAX_EXCHANGES) return null;
    this.#ends.add(end);
    this.touch();
    return () => {
      this.#ends.delete(end);
      this.touch();
    };
  }

  /** Ends it with everything that runs through it, now. False: it was closed already. */
  close(): boolean {
    if (this.#closed) return false;
    this.#closed = true;
    for (const end of [...this.#ends]) end();
    this.agent.destroy();
    return true;
  }
}
