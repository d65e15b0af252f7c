import { z } from "zod";
import { objectId } from "./ids";
import { objectQuery } from "./kube-object";

/** What can be opened in the browser: whatever leads to pods. */
export const OPENABLE_KINDS = [
  "Service",
  "Pod",
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
] as const;
export type OpenableKind = (typeof OPENABLE_KINDS)[number];

/** What an app speaks on its port. */
export const OPEN_SCHEMES = ["http", "https"] as const;
export type OpenScheme = (typeof OPEN_SCHEMES)[number];

/** Query of `GET /clusters/:id/openings/ports`: of which object. */
export const openTargetQuery = z.object({
  kind: z.enum(OPENABLE_KINDS),
  namespace: objectQuery.shape.namespace.unwrap().min(1, "Name the namespace."),
  name: objectQuery.shape.name,
});
export type OpenTarget = z.infer<typeof openTargetQuery>;

/** Body of `POST /clusters/:id/openings`. The port is the service's, or the container's for all others. */
export const openInput = openTargetQuery.extend({
  port: z.coerce
    .number("Write the port as a number.")
    .int("Write a whole number.")
    .min(1, "Ports begin at 1.")
    .max(65_535, "Ports end at 65535."),
  scheme: z.enum(OPEN_SCHEMES).default("http"),
});
export type OpenInput = z.infer<typeof openInput>;

/** Path of one opening. */
export const openingParams = z.object({
  id: objectId,
  opening: z.string().regex(/^[a-z0-9]{16}$/),
});

/** A port that can be chosen. */
export interface PortOffer {
  readonly port: number;
  /** Its name in the manifest; empty when it has none. */
  readonly name: string;
  /** What it most likely speaks. */
  readonly scheme: OpenScheme;
  /** False for what by its name or number is a database, a queue … */
  readonly isPage: boolean;
}

/** Answer of `GET /clusters/:id/openings/ports`. */
export interface PortOffers {
  /** The most likely one first. Empty: the manifest names none. */
  readonly ports: readonly PortOffer[];
  /** Whether a port that is not offered may be given. */
  readonly other: boolean;
}

/** An app that the panel shows under an origin of its own. Times are ISO 8601, UTC. */
export interface OpeningRow {
  readonly id: string;
  readonly target: OpenTarget;
  readonly port: number;
  readonly scheme: OpenScheme;
  /** "http://k3v9….localhost:4470" */
  readonly origin: string;
  readonly owner: { readonly id: string; readonly name: string };
  /** Whether the browser that asks may go in. */
  readonly mine: boolean;
  readonly openedAt: string;
  readonly usedAt: string;
  /** Requests and sockets that run through it now. */
  readonly connections: number;
  /** The pod that answers now; null before the first request. */
  readonly pod: string | null;
}
