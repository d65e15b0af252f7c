import type { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import type { Result } from "@/lib/core/result";
import type { Permission, SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";

/** Membership of one socket in the topics it looks at. */
export interface Seat {
  readonly topics: ReadonlySet<string>;
  join(topic: string): void;
  leave(topic: string): void;
}

/** One browser's connection, for what is sent to it alone. */
export interface Channel {
  readonly id: string;
  /** Of its session, so that what it opened can be found again from another connection of it. */
  readonly sessionHash: string;
  /** Where it came from, for the audit. */
  readonly address: string;
  /** `done` is called when the browser says that it has taken it. */
  send(name: string, payload: object, done?: () => void): void;
  /** What this connection holds open, by name; ended when it is replaced, dropped, or the connection is lost. */
  readonly open: Holdings;
}

/** Things that end with a connection. */
export interface Holdings {
  readonly size: number;
  add(name: string, end: () => void): void;
  drop(name: string): void;
  /** The connection is lost: whatever is added from now on ends at once. */
  endAll(): void;
}

export interface SocketCall<B> {
  readonly container: Container;
  readonly user: SessionUser;
  readonly body: B;
  readonly seat: Seat;
  readonly channel: Channel;
}

/** Something a browser may send over the socket. Sockets without a session do not exist. */
export interface SocketEvent<S extends z.ZodType = z.ZodType> {
  readonly permission: Permission;
  readonly body: S;
  /** What it answers goes to the browser as `value`. */
  handle(call: SocketCall<z.output<S>>): Promise<Result<unknown>>;
}

/** What the browser gets back. */
export type SocketAnswer =
  { readonly ok: true; readonly value?: unknown } | { readonly problem: Problem };

/** The only way to make an event: session → permission → zod → handler, at every single event. */
export const defineSocketEvent = <S extends z.ZodType>(event: SocketEvent<S>): SocketEvent<S> =>
  event;
