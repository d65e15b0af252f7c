import { ask } from "@/lib/provision/fact";
import { type LocaleState, localeState } from "@/lib/provision/facts/locale";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { localeGenWith } from "@/lib/render/locale/locale-gen";
import { script } from "@/lib/shell/argv";
import { installPackages } from "./install-packages";

export interface LocaleInput {
  readonly locale: string;
}

/** Source: locale.gen(5). */
const GEN_PATH = "/etc/locale.gen";
/** A Raspberry Pi takes half a minute for each of its locales. */
const BUILD_TIMEOUT_MS = 600_000;

/** "es_ES.UTF-8" is listed as "es_ES.utf8". Source: locale(1), "-a". */
const isBuilt = (locale: string, built: LocaleState["built"]) => {
  const plain = (name: string) => name.toLowerCase().replace("utf-8", "utf8");
  return built.some((name) => plain(name) === plain(locale));
};

/** Builds the locale and makes it the one of new logins. */
export const localeStep = defineStep({
  id: "host.locale",
  typicalMs: 4_000,
  skippable: true,
  label: (_: LocaleInput) => "locale",
  title: ({ locale }: LocaleInput) => `Set the locale to ${locale}`,
  why: () =>
    "Programs on the host speak this language, and file names with accents are read right.",
  needs: (_: LocaleInput) => ({ found: ask(localeState, {}) }),
  decide: ({ locale }, { found }) => {
    const built = isBuilt(locale, found.built);
    if (built && found.lang === locale) return inSync(`${locale} is built and set`);
    const set: Action = {
      kind: "run",
      argv: ["update-locale", `LANG=${locale}`],
      timeoutMs: 15_000,
      why: "for new logins",
    };
    const summary = `locale: ${found.lang ?? "none"} → ${locale}`;
    if (built) return change(summary, set);
    if (found.gen === null)
      return change(summary, installPackages(["locales"], "fresh"), switchOn(locale), BUILD, set);
    return change(summary, write(locale, found.gen), BUILD, set);
  },
});

const BUILD: Action = {
  kind: "run",
  argv: ["locale-gen"],
  timeoutMs: BUILD_TIMEOUT_MS,
  why: "build it",
  long: true,
};

const write = (locale: string, gen: string): Action => ({
  kind: "write-file",
  previous: gen,
  file: {
    path: GEN_PATH,
    content: localeGenWith(gen, locale),
    mode: 0o644,
    owner: "root:root",
  },
});

/** In the list that the package has just brought: what it says is not known beforehand. */
const switchOn = (locale: string): Action => ({
  kind: "run",
  argv: script(`grep -qxF "$1 UTF-8" "$2" || printf '%s UTF-8\\n' "$1" >>"$2"`, locale, GEN_PATH),
  timeoutMs: 10_000,
  why: "switch it on in the list",
});
