import { done, fail, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { type Looker, maySee, openingGone } from "./opening-row";

interface Input extends Looker {
  readonly clusterId: string;
  readonly openingId: string;
  readonly address: string;
}

/** Ends an opening, and everything that runs through it, now. */
export async function closeOpening(
  { openings }: Pick<Container, "openings">,
  { clusterId, openingId, address, ...looker }: Input,
): Promise<Result<void>> {
  const opening = openings.find({ id: openingId, clusterId });
  if (opening === null || !maySee(opening, looker)) return fail(openingGone);
  openings.close(opening, "closed", { address, actor: looker.user });
  return done;
}
