const and = (names: readonly string[]) =>
  names.length > 3
    ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more hosts`
    : [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");

interface Check {
  readonly text: string;
}

/** New rules on trial: the banner, and a phone's whole screen. */
export const networkTrial = {
  title: (hosts: readonly string[]) => `New rules are on trial on ${and(hosts)}`,
  goBack: (seconds: number) =>
    `They go back by themselves in ${seconds} s, with or without this panel.`,
  going: "The time is over: what was not kept goes back now.",
  keeping: "Everything was proved; the new rules are being kept.",
  proving: "New connections and probes are being tried.",
  checked: (count: number, failed: readonly Check[]) =>
    failed.length === 0
      ? `${count === 1 ? "The check" : `All ${count} checks`} passed.`
      : `${failed.map(({ text }) => text).join(". ")}.`,
  back: "Go back now",
  keep: "Keep the new rules",
  open: "What was tried",
  question: "Keep the new rules?",
  seconds: "seconds",
  ifNothing: (hosts: readonly string[]) =>
    `If you do nothing, ${and(hosts)} ${hosts.length === 1 ? "goes" : "go"} back to the old ones by ${hosts.length === 1 ? "itself" : "themselves"}.`,
  aside: "Look at the page first",
  works: "Works",
  fails: "Differs",
  failed: "The panel could not pass it on",
};
