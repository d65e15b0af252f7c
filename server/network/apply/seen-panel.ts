import { panelAddress } from "@/lib/provision/facts/panel-address";
import type { HostId } from "@/lib/provision/host";
import type { Container } from "@/server/container";

const ASK_TIMEOUT_MS = 15_000;

/**
 * Where each host sees this panel come from, asked now: rules that let in where it came from yesterday would shut it
 * out. null: a host that does not answer.
 */
export async function seenPanel(
  { ssh }: Pick<Container, "ssh">,
  hostIds: readonly string[],
): Promise<readonly (string | null)[]> {
  const hosts = ssh.forReading();
  try {
    return await Promise.all(
      hostIds.map(async (id) => {
        const asked = await hosts
          .hostFor(id as HostId)
          .ask([panelAddress.command({})], { timeoutMs: ASK_TIMEOUT_MS });
        const output = asked.ok ? asked.value[0] : undefined;
        if (output === undefined) return null;
        const parsed = panelAddress.parse(output, {});
        return parsed.ok ? parsed.value : null;
      }),
    );
  } finally {
    await hosts.close();
  }
}
