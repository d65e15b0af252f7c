import type { Clock } from "@/lib/core/clock";
import type { ImageAnswer } from "@/lib/registry/image-answer";
import { fullImageName, parseImageReference } from "@/lib/registry/image-reference";
import type { Platform } from "@/lib/registry/platforms";
import { addressKind, publicReach, type Reach } from "@/server/artifacts/reach";
import { askRegistry } from "./ask-registry";
import type { RegistryDoor } from "./registry-session";

/** Asks registries what images there are, and for which processors. */
export interface Registries {
  /** `image`: as somebody writes it. Never throws; what cannot be asked is "away". */
  ask(image: string): Promise<ImageAnswer>;
}

interface Parts {
  readonly clock: Clock;
  /** Hosts (with port) that are asked over http, this machine's own addresses included. */
  readonly plainRegistries: readonly string[];
}

/** How long an answer is given again. What is there stays; what is missing is being pushed, perhaps right now. */
const KEEP_MS = {
  found: 600_000,
  missing: 20_000,
  closed: 60_000,
  busy: 60_000,
  away: 60_000,
} as const satisfies Record<ImageAnswer["kind"], number>;
const MAX_KEPT = 500;

/** Source: Docker Hub's API lives on a host of its own; distribution reference, "normalize". */
const API_HOSTS: Readonly<Record<string, string>> = { "docker.io": "registry-1.docker.io" };

export function createRegistries({ clock, plainRegistries }: Parts): Registries {
  const answers = new Map<string, Kept<Promise<ImageAnswer>>>();
  const silent = new Map<string, Kept<null>>();
  const known = new Map<string, readonly Platform[]>();
  const forget = () => {
    for (const kept of [answers, silent])
      for (const [key, { untilMs }] of kept)
        if (untilMs <= clock.nowMs() || kept.size > MAX_KEPT) kept.delete(key);
    if (known.size > MAX_KEPT) known.clear();
  };
  const doorOf = (registry: string): RegistryDoor => {
    const host = API_HOSTS[registry] ?? registry;
    if (plainRegistries.includes(registry)) return { origin: `http://${host}`, reach: plainReach };
    return { origin: `https://${host}`, reach: publicReach };
  };
  return {
    ask: async (image) => {
      const reference = parseImageReference(image);
      if (reference === null) return { kind: "away" };
      forget();
      const { registry } = reference;
      if (silent.has(registry)) return { kind: "away" };
      const key = fullImageName(reference);
      const before = answers.get(key);
      if (before !== undefined) return before.value;
      const value = askRegistry(reference, doorOf(registry), known);
      answers.set(key, { untilMs: clock.nowMs() + KEEP_MS.found, value });
      const answer = await value;
      const untilMs = clock.nowMs() + KEEP_MS[answer.kind];
      answers.set(key, { untilMs, value });
      // Nobody waits for the same silence with every letter that is typed.
      if (answer.kind === "away") silent.set(registry, { untilMs, value: null });
      return answer;
    },
  };
}

interface Kept<T> {
  readonly untilMs: number;
  readonly value: T;
}

/** A registry that the administrator named may be on this very machine. */
const plainReach: Reach = {
  ...publicReach,
  kindOf: (address) => (/^(::ffff:)?127\.|^::1$/.test(address) ? "private" : addressKind(address)),
};
