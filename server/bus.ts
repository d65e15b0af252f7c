import { EventEmitter } from "node:events";
import type { JobEvent } from "@/lib/schemas/job-event";

/** Everything that areas tell each other, and browsers through server/sockets/fan-out.ts. */
export interface BusEvents {
  /** Appended to the journal, in order. */
  "job.events": { readonly jobId: string; readonly events: readonly JobEvent[] };
  /** A job is about to change hosts: whoever only tries things on hosts lets go of them. */
  "job.booked": Record<never, never>;
  /** How the panel itself is changed: its disk. */
  "panel.changed": Record<never, never>;
  /** The list of jobs, or a row of it, changed. */
  "jobs.changed": Record<never, never>;
  /** A host was added, removed, checked or lost. */
  "hosts.changed": Record<never, never>;
  /** A site's policy, hosts, rules or measurements changed. */
  "site.changed": { readonly siteId: string };
  /** The list of sites, or a row of it, changed. */
  "sites.changed": Record<never, never>;
  /** Objects of one kind changed in a cluster. */
  "kube.changed": { readonly clusterId: string; readonly kind: string };
  /** A cluster's kubeconfig was stored anew, or the cluster is gone: drop what was made from it. */
  "cluster.credentials": { readonly clusterId: string };
  /** The first browser began to look at a topic, or the last one stopped. */
  "topic.opened": { readonly topic: string };
  "topic.closed": { readonly topic: string };
  /** Sessions ended before their time (sign-out): their sockets go too. */
  "sessions.closed": { readonly tokenHashes: readonly string[] };
}

export type BusEventName = keyof BusEvents;

/** Typed publish and subscribe within the process. Delivery is synchronous. */
export interface Bus {
  emit<N extends BusEventName>(name: N, event: BusEvents[N]): void;
  /** Returns the function that ends the subscription. */
  on<N extends BusEventName>(name: N, listener: (event: BusEvents[N]) => void): () => void;
}

/** Makes a bus. A listener that throws is a bug and reaches whoever emitted. */
export function createBus(): Bus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    emit: (name, event) => void emitter.emit(name, event),
    on: (name, listener) => {
      emitter.on(name, listener);
      return () => void emitter.off(name, listener);
    },
  };
}
