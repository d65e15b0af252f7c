import type { Clock } from "@/lib/core/clock";
import { newToken, tokenHash } from "@/server/auth/token";

/** From the click in the panel to the first request of the new tab. */
const TICKET_MS = 30_000;

/** One-time ways into openings. */
export interface Tickets {
  issue(openingId: string): string;
  /** Whether it was good for this opening. It is spent either way. */
  redeem(ticket: string, openingId: string): boolean;
}

/** Starts without any. Only the SHA-256 of each is kept. */
export function createTickets(clock: Clock): Tickets {
  const tickets = new Map<string, { readonly openingId: string; readonly endsAtMs: number }>();
  const sweep = () => {
    for (const [hash, { endsAtMs }] of tickets) if (endsAtMs <= clock.nowMs()) tickets.delete(hash);
  };
  return {
    issue: (openingId) => {
      sweep();
      const ticket = newToken();
      tickets.set(tokenHash(ticket), { openingId, endsAtMs: clock.nowMs() + TICKET_MS });
      return ticket;
    },
    redeem: (ticket, openingId) => {
      sweep();
      const hash = tokenHash(ticket);
      const found = tickets.get(hash);
      tickets.delete(hash);
      return found?.openingId === openingId;
    },
  };
}
