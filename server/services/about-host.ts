import { fail, ok, type Result } from "@/lib/core/result";
import type { HostOperation } from "@/lib/schemas/operation";

/** What is asked of one host's address must be about that host: its lock and its audit entry go by it. */
export function aboutHost(hostId: string, operation: HostOperation): Result<HostOperation> {
  if (operation.hostIds[0] === hostId) return ok(operation);
  const message = "The first host of the operation must be the one in the address.";
  return fail({
    code: "input.invalid",
    detail: message,
    remedies: ["Read the page again."],
    fields: { "operation.hostIds": message },
  });
}
