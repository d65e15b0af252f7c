import type { Problem } from "@/lib/core/problem";
import { done, fail, ok, type Result } from "@/lib/core/result";
import { judgeSigns, judgeTrial, type Sign, type TrialCheck } from "@/lib/network/judge-trial";
import type { Consultation } from "@/lib/provision/engine/engine-deps";
import type { JobEventBody } from "@/lib/schemas/job-event";
import type { MeasuredPair } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { measureSite } from "@/server/network/measure-site";
import type { LoadedSite } from "./load-site";
import { seeClusters } from "./see-cluster";

/** What a person says about rules that are proved. */
export interface Word {
  readonly keep: boolean;
  readonly by: string;
}

interface TrialParts {
  readonly loaded: LoadedSite;
  readonly emit: (event: JobEventBody) => void;
  /** Somebody's word, whenever it comes. */
  readonly word: Promise<Word>;
  readonly container: Pick<Container, "db" | "ssh" | "clock" | "config">;
}

/** What could be seen at one time. */
interface Seen {
  readonly pairs: readonly MeasuredPair[];
  readonly signs: readonly Sign[];
}

/** Failures that a job's trial tells one by one. */
const TOLD_CHECKS = 20;

/**
 * Answers what the steps of a trial ask of the panel itself. All hosts ask the same questions at about the same time:
 * each is answered once.
 */
export function createTrial(parts: TrialParts) {
  const { clock, config } = parts.container;
  const trying = new Set<string>();
  let told = "";
  let endsMs = 0;
  let before: Promise<Result<Seen>> | null = null;
  let proof: Promise<Result<void>> | null = null;
  let word: Promise<Result<void>> | null = null;

  const begin = async ({ hostName, signal }: Consultation): Promise<Result<void>> => {
    trying.add(hostName);
    before ??= see(parts, signal);
    const seen = await before;
    if (!seen.ok) return seen;
    const seconds = config.rulesTrialSeconds;
    if (endsMs === 0) endsMs = clock.nowMs() + seconds * 1000;
    const hosts = [...trying].sort();
    if (told !== hosts.join())
      parts.emit({ type: "trial.began", endsAt: new Date(endsMs).toISOString(), seconds, hosts });
    told = hosts.join();
    return done;
  };
  const prove = async ({ signal }: Consultation): Promise<Result<void>> => {
    const seen = await see(parts, signal);
    if (!seen.ok) return seen;
    const earlier = (await before) ?? ok({ pairs: [], signs: [] });
    const known = earlier.ok ? earlier.value : { pairs: [], signs: [] };
    const checks = [
      ...judgeTrial(known.pairs, seen.value.pairs, nameIn(parts.loaded)),
      ...judgeSigns(known.signs, seen.value.signs),
    ];
    for (const { ok: good, isOld, text } of checks.slice(0, TOLD_CHECKS))
      parts.emit({ type: "trial.checked", ok: good || isOld, text });
    const bad = checks.filter((check) => !check.ok && !check.isOld);
    return bad.length === 0 ? done : fail(notProved(bad));
  };
  /** Never settles while nobody refuses. */
  const refused = parts.word.then((said) =>
    said.keep ? new Promise<never>(() => undefined) : fail(notKept(said)),
  );
  const hear = ({ signal }: Consultation): Promise<Result<void>> => {
    parts.emit({ type: "trial.asked" });
    const late = clock.sleep(Math.max(0, endsMs - clock.nowMs()), signal).then(() => null);
    return Promise.race([parts.word, late]).then((said) =>
      said?.keep === true ? done : fail(notKept(said)),
    );
  };
  return (task: string, asker: Consultation): Promise<Result<void>> => {
    switch (task) {
      case "before":
        return begin(asker);
      case "proof":
        return (proof ??= Promise.race([prove(asker), refused]));
      case "word":
        return (word ??= hear(asker));
      default:
        throw new Error(`a trial has no ${task}`);
    }
  };
}

async function see({ loaded, container }: TrialParts, signal: AbortSignal): Promise<Result<Seen>> {
  const { view, operation } = loaded;
  const hostIds = view.hosts.map(({ id }) => id);
  const isApply = operation.kind === "apply-site";
  const [measured, signs] = await Promise.all([
    isApply ? measureSite(container, { view, revision: operation.revision, signal }) : null,
    seeClusters(container, hostIds),
  ]);
  if (measured !== null && !measured.ok) return measured;
  return ok({ pairs: measured?.value.pairs ?? [], signs });
}

const nameIn =
  ({ view }: LoadedSite) =>
  (hostId: string) =>
    view.hosts.find(({ id }) => id === hostId)?.name ?? hostId;

function notProved(bad: readonly TrialCheck[]): Problem {
  const [first] = bad;
  const more = bad.length === 1 ? "" : ` And ${bad.length - 1} more.`;
  return {
    code: "site.not-proved",
    detail: `Under the new rules the hosts do not do as the policy says: ${first?.text ?? ""}.${more} The old rules are back.`,
    remedies: [
      "Mend the policy where it is in the way, then apply it again.",
      "If another firewall of the host is in the way, the site's page imports what it has.",
    ],
    evidence: {
      command: "probes between the hosts",
      exitCode: null,
      tail: bad.slice(0, TOLD_CHECKS).map(({ text }) => text),
    },
  };
}

const notKept = (said: Word | null): Problem => ({
  code: "site.trial-over",
  detail:
    said === null
      ? "Nobody said Keep in time. The old rules are back."
      : `${said.by} chose to go back. The old rules are in force again.`,
  remedies: ["Resume tries the new rules once more."],
});
