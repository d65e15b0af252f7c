import type { SessionUser } from "@/lib/schemas/session";

/** Who opens a terminal, and from where. */
export interface Opener {
  readonly user: SessionUser;
  readonly address: string;
  readonly sessionHash: string;
}
