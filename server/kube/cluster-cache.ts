import type { Clock } from "@/lib/core/clock";
import type { Problem } from "@/lib/core/problem";
import type { Result } from "@/lib/core/result";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import { isKindName, kindOf } from "@/lib/kube/kinds";
import type { ApiClient } from "./api-client";
import { ApiPulse } from "./api-pulse";
import { problemOf, type ApiFailure } from "./api-failure";
import type { CacheTiming } from "./cache-timing";
import { KindWatcher } from "./kind-watcher";
import { throttle } from "./throttle";

/** All rows of a kind, and how far they can be trusted. */
export interface KindSnapshot<Row extends KubeRow = KubeRow> {
  /** The same map as long as no row changed; null before the first answer. */
  readonly rows: ReadonlyMap<string, Row> | null;
  /** Until when they are known to be true. */
  readonly asOfMs: number | null;
  readonly problem: Problem | null;
  /** The cluster does not have this kind. */
  readonly missing: boolean;
}

export interface CacheOptions {
  readonly clock: Clock;
  readonly timing: CacheTiming;
  readonly random: () => number;
  readonly connect: () => Promise<Result<ApiClient, ApiFailure>>;
  /** The link or its credentials are of no use any more: the next `connect` has to make new ones. */
  readonly renew: () => void;
  readonly onChange: (kind: string) => void;
}

interface Entry {
  readonly kind: Kind;
  readonly watcher: KindWatcher;
  /** Says, throttled, that the kind changed. */
  readonly say: () => void;
  /** Pages that hold it open by a subscription. */
  holders: number;
  lookedAtMs: number;
  /** Reads since the last word. */
  looks: number;
}

/** The kind and those its rows are made with: a node's row counts its pods. */
const withJoined = (kind: Kind): readonly Kind[] => [
  kind,
  ...kind.joins.filter(isKindName).map(kindOf),
];

/**
 * What the panel knows of one cluster: one watch per kind that somebody looks at, however many they are. A look
 * counts for the grace period; a subscription counts until it ends, and then for the grace period.
 */
export class ClusterCache {
  readonly #options: CacheOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #pulse: ApiPulse;
  #waiters = new Set<() => void>();

  constructor(options: CacheOptions) {
    this.#options = options;
    const { clock, timing, connect, renew } = options;
    this.#pulse = new ApiPulse({
      ...{ clock, timing, connect, renew },
      isNeeded: () => this.#forget(),
      onTurn: (isWell) => this.#turned(isWell),
    });
  }

  /** Holds a kind open until `release` is called for it. */
  hold(kind: Kind): void {
    for (const each of withJoined(kind)) this.#entry(each).holders += 1;
  }

  release(kind: Kind): void {
    for (const { name } of withJoined(kind)) {
      const entry = this.#entries.get(name);
      if (entry === undefined) continue;
      entry.holders = Math.max(0, entry.holders - 1);
      entry.lookedAtMs = this.#options.clock.nowMs();
    }
  }

  /** What is known now; starts to watch the kind when nobody did, and unless `alone` those its rows are made with. */
  look(kind: Kind, alone = false): KindSnapshot {
    for (const each of alone ? [kind] : withJoined(kind))
      this.#entry(each).lookedAtMs = this.#options.clock.nowMs();
    const entry = this.#entry(kind);
    entry.looks += 1;
    return this.#snapshot(entry);
  }

  /** What is known of a kind that is watched already; null otherwise. Starts nothing. */
  peek(name: string): KindSnapshot | null {
    const entry = this.#entries.get(name);
    return entry === undefined ? null : this.#snapshot(entry);
  }

  /** The same as `look`, once there are rows or a reason why there are none; at the latest after `withinMs`. */
  async lookSoon(kind: Kind, withinMs: number, alone = false): Promise<KindSnapshot> {
    const untilMs = this.#options.clock.nowMs() + withinMs;
    for (;;) {
      const snapshot = this.look(kind, alone);
      const leftMs = untilMs - this.#options.clock.nowMs();
      if (snapshot.rows !== null || snapshot.problem !== null || leftMs <= 0) return snapshot;
      await this.#nextChange(leftMs);
    }
  }

  /** Kinds that are watched now. */
  get kinds(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The link changed or came back: every watch starts again from the version it has. */
  restart(): void {
    for (const { watcher } of this.#entries.values()) watcher.restart();
  }

  stop(): void {
    this.#pulse.stop();
    for (const { watcher } of this.#entries.values()) watcher.stop();
    this.#entries.clear();
  }

  #snapshot({ watcher }: Entry): KindSnapshot {
    const { state, isOpen, isMissing, provedAtMs, failure } = watcher;
    const problem = this.#pulse.failure ?? failure;
    const isCurrent = (isOpen || isMissing) && problem === null;
    const provedMs = provedAtMs === null ? null : Math.max(provedAtMs, this.#lastProofMs(isOpen));
    return {
      rows: state?.rows ?? null,
      asOfMs: isCurrent ? this.#options.clock.nowMs() : provedMs,
      problem: problem === null ? null : problemOf(problem),
      missing: isMissing,
    };
  }

  #lastProofMs(isOpen: boolean): number {
    return isOpen ? (this.#pulse.provedAtMs ?? 0) : 0;
  }

  #entry(kind: Kind): Entry {
    const known = this.#entries.get(kind.name);
    if (known !== undefined) return known;
    const { clock } = this.#options;
    const watcher = this.#watcher(kind);
    const entry: Entry = {
      ...{ kind, watcher, holders: 0, looks: 0, lookedAtMs: clock.nowMs() },
      say: throttle(clock, { rhythm: () => this.#rhythm(entry), emit: () => this.#say(entry) }),
    };
    this.#entries.set(kind.name, entry);
    this.#pulse.start();
    return entry;
  }

  #watcher(kind: Kind): KindWatcher {
    const { clock, timing, random } = this.#options;
    const connect = () => this.#pulse.connect();
    const onChange = () => {
      for (const entry of this.#entries.values())
        if (withJoined(entry.kind).some(({ name }) => name === kind.name)) entry.say();
      for (const wake of this.#waiters) wake();
    };
    const onFailure = (failure: ApiFailure) => {
      if (failure.code === "cluster.credentials") this.#options.renew();
      else this.#pulse.doubt(failure);
    };
    return new KindWatcher({ clock, timing, random, connect, onChange, onFailure, kind });
  }

  #say(entry: Entry): void {
    entry.looks = 0;
    this.#options.onChange(entry.kind.name);
  }

  /** Each page that read since the last word will read again after the next one. */
  #rhythm({ looks }: Entry) {
    const { emitFirstMs, emitEveryMs, emitPerLookMs, emitMaxMs } = this.#options.timing;
    const everyMs = Math.min(Math.max(emitEveryMs, looks * emitPerLookMs), emitMaxMs);
    return { firstMs: emitFirstMs, everyMs };
  }

  async #nextChange(withinMs: number): Promise<void> {
    const over = new AbortController();
    const wake = () => over.abort();
    this.#waiters.add(wake);
    await this.#options.clock.sleep(withinMs, over.signal);
    this.#waiters.delete(wake);
  }

  /** Lets go of what nobody looks at. Answers whether anything is left. */
  #forget(): boolean {
    const oldestMs = this.#options.clock.nowMs() - this.#options.timing.graceMs;
    for (const [kind, { watcher, holders, lookedAtMs }] of this.#entries) {
      if (holders > 0 || lookedAtMs > oldestMs) continue;
      watcher.stop();
      this.#entries.delete(kind);
    }
    return this.#entries.size > 0;
  }

  #turned(isWell: boolean): void {
    if (isWell) this.restart();
    for (const { say } of this.#entries.values()) say();
    for (const wake of this.#waiters) wake();
  }
}
