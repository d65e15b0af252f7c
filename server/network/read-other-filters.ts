import { ok, type Result } from "@/lib/core/result";
import type { OtherFilters } from "@/lib/network/import/find-conflicts";
import { parseForeignRules } from "@/lib/network/import/nft-json";
import { otherTables } from "@/lib/network/import/other-tables";
import { type Argv, script } from "@/lib/shell/argv";
import type { Container } from "@/server/container";

/** Thousands of kube-proxy's rules take a Pi some seconds. */
const TIMEOUT_MS = 20_000;

/** Source: ufw(8) status; iptables-save(8): ":INPUT DROP [0:0]" is a policy. */
const OTHERS = `exec 2>/dev/null
command -v ufw >/dev/null && LC_ALL=C ufw status | grep -qx 'Status: active' && echo ufw
systemctl is-active --quiet firewalld && echo firewalld
iptables-legacy-save | grep -Eq '^:[A-Z]+ DROP|-j (DROP|REJECT)' && echo legacy
exit 0`;

const QUESTIONS: readonly Argv[] = [
  ["nft", "-j", "list", "ruleset"],
  ["nft", "-s", "list", "ruleset"],
  script(OTHERS),
];

/** Everything else that filters on a host, as it is and as far as it is understood. */
export async function readOtherFilters(
  { ssh }: Pick<Container, "ssh">,
  hostId: string,
): Promise<Result<OtherFilters & { readonly text: string }>> {
  const borrowed = await ssh.borrow(hostId);
  if (!borrowed.ok) return borrowed;
  try {
    const answers = await borrowed.value.host.ask(QUESTIONS, { timeoutMs: TIMEOUT_MS });
    if (!answers.ok) return answers;
    const [json, listing, others] = answers.value;
    const words = (others?.stdout ?? "").split("\n");
    return ok({
      rules: parseForeignRules(json?.stdout ?? ""),
      active: (["ufw", "firewalld"] as const).filter((name) => words.includes(name)),
      legacyDrops: words.includes("legacy"),
      text: otherTables(listing?.stdout ?? ""),
    });
  } finally {
    borrowed.value.release();
  }
}
