import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { SSHD_CONFIG, SSHD_DROP_IN } from "@/lib/render/sshd/drop-in";
import { script } from "@/lib/shell/argv";

export interface SshdState {
  /** What counts in the end, as sshd itself says; empty when it does not. */
  readonly ports: readonly number[];
  readonly passwords: boolean | null;
  readonly config: string | null;
  readonly dropIn: string | null;
  /** Other files of the folder that name a port. */
  readonly otherPorts: readonly string[];
}

const READ = `sshd -T 2>/dev/null | grep -E '^(port|passwordauthentication) ' || :
echo --others; grep -liE '^[[:space:]]*Port[[:space:]]' /etc/ssh/sshd_config.d/*.conf 2>/dev/null | grep -vxF "$2" || :
echo --drop-in; if [ -e "$2" ]; then cat -- "$2"; else echo --none; fi
echo --config; if [ -e "$1" ]; then cat -- "$1"; else echo --none; fi`;

/** Where sshd listens and who gets in. Source: sshd(8), "-T". */
export const sshdState: Fact<Record<string, never>, SshdState> = {
  id: "sshd",
  command: () => script(READ, SSHD_CONFIG, SSHD_DROP_IN),
  parse: ({ stdout }) => {
    const parts = /^([^]*?)--others\n([^]*?)--drop-in\n([^]*?)--config\n([^]*)$/.exec(stdout) ?? [];
    const [, effective = "", others = "", dropIn = "", config = ""] = parts;
    const passwords = /^passwordauthentication (\w+)$/m.exec(effective)?.[1];
    const textOf = (text: string) => (text === "--none\n" ? null : text);
    return ok({
      ports: [...effective.matchAll(/^port (\d+)$/gm)].map(([, port]) => Number(port)),
      passwords: passwords === undefined ? null : passwords === "yes",
      config: textOf(config),
      dropIn: textOf(dropIn),
      otherPorts: others.split("\n").filter((line) => line !== ""),
    });
  },
};
