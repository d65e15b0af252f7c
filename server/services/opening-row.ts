import type { OpeningRow } from "@/lib/schemas/opening";
import type { SessionUser } from "@/lib/schemas/session";
import { allows } from "@/server/auth/permissions";
import type { Opening } from "@/server/open-service/opening";

/** Who looks at openings, from which browser. */
export interface Looker {
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly sessionHash: string;
}

/** One's own; everybody's for whoever may read who does what. */
export const maySee = ({ facts }: Opening, { user }: Looker): boolean =>
  facts.user.id === user.id || allows(user.role, "audit:read");

/** The opening as the API shows it. */
export function openingRow(opening: Opening, { sessionHash }: Looker): OpeningRow {
  const { id, wanted, user, address } = opening.facts;
  const { port, scheme, ...target } = wanted;
  return {
    ...{ id, target, port, scheme },
    origin: address.origin,
    owner: { id: user.id, name: user.name },
    mine: opening.facts.sessionHash === sessionHash,
    openedAt: new Date(opening.openedAtMs).toISOString(),
    usedAt: new Date(opening.usedAtMs).toISOString(),
    connections: opening.connections,
    pod: opening.pod,
  };
}

/** What whoever asks for an opening that ended is told. */
export const openingGone = {
  code: "object.not-found" as const,
  detail: "This app is not open any more, or was opened in another browser.",
  remedies: ["Open it again from its page in the panel."],
};
