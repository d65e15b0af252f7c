import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

/** Behind systemd-resolved the file itself names only the host's own resolver. Source: systemd-resolved.service(8). */
const READ = `for f in /run/systemd/resolve/resolv.conf /etc/resolv.conf; do if [ -s "$f" ]; then cat "$f"; break; fi; done; :`;

/** The IPv4 name servers that the host asks. */
export const nameServers: Fact<Record<string, never>, readonly string[]> = {
  id: "name-servers",
  command: () => script(READ),
  parse: ({ stdout }) =>
    ok(
      [...stdout.matchAll(/^\s*nameserver\s+(\d[\d.]+)\s*$/gm)].map(([, address = ""]) => address),
    ),
};
