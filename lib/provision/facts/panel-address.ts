import ipaddr from "ipaddr.js";
import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

/** sudo keeps sshd's words to itself: the nearest ancestor that still has them is asked. */
const READ = `p=$$
while [ "\${p:-0}" -gt 1 ]; do
  tr '\\000' '\\n' <"/proc/$p/environ" 2>/dev/null | sed -n 's/^SSH_CONNECTION=\\([^ ]*\\) .*/\\1/p' | grep . && break
  p=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$p/status")
done`;

/** Where the host sees this very connection come from; null when it does not say. */
export const panelAddress: Fact<Readonly<Record<never, never>>, string | null> = {
  id: "panel-address",
  command: () => script(READ),
  parse: ({ stdout }) => {
    const [line = ""] = stdout.trim().split("\n");
    const bare = line.split("%")[0] ?? "";
    return ok(ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null);
  },
};
