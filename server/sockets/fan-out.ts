import type { BusEventName, BusEvents } from "@/server/bus";
import type { Container } from "@/server/container";

/** What browsers hear of a bus event: who, under which name, how often at most. */
interface Echo<N extends BusEventName> {
  room(event: BusEvents[N]): string;
  readonly name: string;
  /** 0: each one, at once. Else at most one per room in this time, the last of them. */
  readonly everyMs: number;
}

type Echoes = { readonly [N in BusEventName]: Echo<N> | null };

/** Lists are fetched again at every word, so a busy moment is one word a second. */
const LIST_EVERY_MS = 1000;

/** One line per bus event; null stays within the server. */
const ECHOES: Echoes = {
  "job.events": { room: ({ jobId }) => `job:${jobId}`, name: "job", everyMs: 0 },
  "job.booked": null,
  "panel.changed": { room: () => "panel", name: "panel", everyMs: LIST_EVERY_MS },
  "jobs.changed": { room: () => "jobs", name: "jobs", everyMs: LIST_EVERY_MS },
  "hosts.changed": { room: () => "hosts", name: "hosts", everyMs: LIST_EVERY_MS },
  "site.changed": {
    room: ({ siteId }) => `site:${siteId}`,
    name: "site",
    everyMs: LIST_EVERY_MS,
  },
  "sites.changed": { room: () => "sites", name: "sites", everyMs: LIST_EVERY_MS },
  "kube.changed": {
    room: ({ clusterId, kind }) => `kube:${clusterId}:${kind}`,
    name: "kube",
    // The cluster's cache has a rhythm of its own, by how many pages read.
    everyMs: 0,
  },
  "topic.opened": null,
  "topic.closed": null,
  "sessions.closed": null,
  "cluster.credentials": null,
};

type Send = (room: string, name: string, event: unknown) => void;

/** Lets the first event through at once and keeps the last one of each interval for its end. */
function createPacer(send: Send) {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; last: (() => void) | null }>();
  const pace = (room: string, everyMs: number, say: () => void) => {
    const current = waiting.get(room);
    if (current !== undefined) {
      current.last = say;
      return;
    }
    say();
    const timer = setTimeout(() => {
      const last = waiting.get(room)?.last ?? null;
      waiting.delete(room);
      if (last !== null) pace(room, everyMs, last);
    }, everyMs).unref();
    waiting.set(room, { timer, last: null });
  };
  return {
    send: (room: string, { name, everyMs }: { name: string; everyMs: number }, event: unknown) => {
      if (everyMs === 0) send(room, name, event);
      else pace(room, everyMs, () => send(room, name, event));
    },
    stop: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** Passes bus events on to the rooms of browsers. Answers the function that ends it. */
export function startFanOut({ bus }: Pick<Container, "bus">, send: Send): () => void {
  const pacer = createPacer(send);
  const follow = <N extends BusEventName>(name: N) => {
    const echo: Echo<N> | null = ECHOES[name];
    return echo === null
      ? null
      : bus.on(name, (event) => pacer.send(echo.room(event), echo, event));
  };
  const ends = (Object.keys(ECHOES) as BusEventName[]).map((name) => follow(name));
  return () => {
    for (const end of ends) end?.();
    pacer.stop();
  };
}
