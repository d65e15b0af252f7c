import { fail, type Result } from "@/lib/core/result";
import { parseHostFacts } from "@/lib/host-facts/parse-host-facts";
import { hostFactsCommand } from "@/lib/host-facts/script";
import type { HostTransport } from "@/lib/provision/host";
import type { HostFacts } from "@/lib/schemas/host-facts";

/** A Pi under load takes seconds; the package mirror alone may take three. */
const TIMEOUT_MS = 30_000;

/** Everything about a host, in one round trip. */
export async function readFacts(
  host: Pick<HostTransport, "ask" | "hostName">,
): Promise<Result<HostFacts>> {
  const sentMs = Date.now();
  const answers = await host.ask([hostFactsCommand], { timeoutMs: TIMEOUT_MS });
  const receivedMs = Date.now();
  if (!answers.ok) return answers;
  const [output] = answers.value;
  if (output === undefined) return fail(silent(host.hostName));
  return parseHostFacts(output, { hostName: host.hostName, sentMs, receivedMs });
}

const silent = (hostName: string) => ({
  code: "fact.unreadable" as const,
  detail: `${hostName} gave no answer.`,
  remedies: ["Try again."],
});
