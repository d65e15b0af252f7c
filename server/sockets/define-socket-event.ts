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

export interface SocketCall<B> {
  readonly container: Container;
  readonly user: SessionUser;
  readonly body: B;
  readonly seat: Seat;
}

/** Something a browser may send over the socket. Sockets without a session do not exist. */
export interface SocketEvent<S extends z.ZodType = z.ZodType> {
  readonly permission: Permission;
  readonly body: S;
  handle(call: SocketCall<z.output<S>>): Promise<Result<void>>;
}

/** What the browser gets back. */
export type SocketAnswer = { readonly ok: true } | { readonly problem: Problem };

/** The only way to make an event: session → permission → zod → handler, at every single event. */
export const defineSocketEvent = <S extends z.ZodType>(event: SocketEvent<S>): SocketEvent<S> =>
  event;
