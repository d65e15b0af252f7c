import type { SessionUser } from "@/lib/schemas/session";

/** Who asked, and from where: for the audit. */
export interface RequestedBy {
  readonly user: Pick<SessionUser, "id" | "name">;
  readonly address: string;
}

/** The audit's fields of it. */
export const auditOf = ({ user, address }: RequestedBy) => ({
  actor: { id: user.id, name: user.name },
  address,
});
