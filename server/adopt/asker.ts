import type { SessionUser } from "@/lib/schemas/session";

/** Who asks, and from where. */
export interface Asker {
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly address: string;
}
