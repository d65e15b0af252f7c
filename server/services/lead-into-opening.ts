import { fail, ok, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { ENTER_PATH } from "@/server/open-service/enter-opening";
import { openingGone } from "./opening-row";

interface Input {
  readonly clusterId: string;
  readonly openingId: string;
  readonly sessionHash: string;
}

/** The address that leads this browser into the app: it works once, and only for the session that opened it. */
export function leadIntoOpening(
  { openings }: Pick<Container, "openings">,
  { clusterId, openingId, sessionHash }: Input,
): Result<string> {
  const opening = openings.find({ id: openingId, clusterId });
  if (opening === null || opening.facts.sessionHash !== sessionHash) return fail(openingGone);
  const ticket = openings.ticket(opening);
  return ok(`${opening.facts.address.origin}${ENTER_PATH}?ticket=${ticket}`);
}
