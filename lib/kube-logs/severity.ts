/** What a line says about itself. */
export type Severity = "error" | "warn" | "plain";

type Rule = readonly [pattern: RegExp, severities: Readonly<Record<string, Severity>>];

const WORDS: Readonly<Record<string, Severity>> = {
  panic: "error",
  fatal: "error",
  critical: "error",
  crit: "error",
  alert: "error",
  emerg: "error",
  severe: "error",
  error: "error",
  err: "error",
  warning: "warn",
  warn: "warn",
};

/** Source: klog's header, "Lmmdd hh:mm:ss.uuuuuu". */
const KLOG: Readonly<Record<string, Severity>> = { e: "error", f: "error", w: "warn", i: "plain" };

/** Most certain first: what a program states in a field is believed before a word in its sentence. */
const RULES: readonly Rule[] = [
  [/"(?:level|severity|lvl|log\.level)"\s*:\s*"([a-z]+)"/i, WORDS],
  [/(?:^|\s)(?:level|severity|lvl)=["']?([a-z]+)/i, WORDS],
  [/^([EFWI])\d{4} \d\d:\d\d:\d\d/, KLOG],
  [
    /(?:^|[\s[(<|])(PANIC|FATAL|CRITICAL|CRIT|EMERG|SEVERE|ERROR|ERR|WARNING|WARN)(?=[\s\])>|:]|$)/,
    WORDS,
  ],
  [/(?:^|\[|\s)(panic|fatal|error|warning|warn)(?=:|\])/i, WORDS],
];

/** Only the beginning is looked at: that is where a level stands, and lines may be long. */
const LOOK_AT = 400;

/** Recognises JSON, logfmt, klog and the usual words; a line that says nothing is plain. */
export function severityOf(text: string): Severity {
  const start = text.length > LOOK_AT ? text.slice(0, LOOK_AT) : text;
  for (const [pattern, severities] of RULES) {
    const match = pattern.exec(start);
    if (match !== null) return severities[match[1]?.toLowerCase() ?? ""] ?? "plain";
  }
  return "plain";
}
