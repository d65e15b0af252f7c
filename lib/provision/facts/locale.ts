import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

export interface LocaleState {
  /** What new logins get: "es_ES.UTF-8"; null when nothing is set. */
  readonly lang: string | null;
  /** Built locales as `locale -a` names them: "es_ES.utf8". */
  readonly built: readonly string[];
  /** /etc/locale.gen; null where the package locales is missing. */
  readonly gen: string | null;
}

const READ = `sed -n 's/^[[:space:]]*LANG=//p' /etc/default/locale /etc/locale.conf 2>/dev/null | head -n 1
echo --built; locale -a 2>/dev/null
echo --gen; if [ -e /etc/locale.gen ] && command -v locale-gen >/dev/null; then cat /etc/locale.gen; else echo --none; fi`;

/** The language of the host's programs. Source: locale.gen(5), update-locale(8). */
export const localeState: Fact<Record<string, never>, LocaleState> = {
  id: "locale",
  command: () => script(READ),
  parse: ({ stdout }) => {
    const [head = "", rest = ""] = cut(stdout, "--built\n");
    const [built = "", gen = ""] = cut(rest, "--gen\n");
    const lang = head.trim().replaceAll(/["']/g, "");
    return ok({
      lang: lang === "" ? null : lang,
      built: built.split("\n").filter((line) => line !== ""),
      gen: gen.startsWith("--none") ? null : gen,
    });
  },
};

function cut(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
