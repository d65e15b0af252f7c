import type { MeasuredPair } from "@/lib/schemas/site-view-row";

/** One thing that was looked at while rules were on trial. */
export interface TrialCheck {
  readonly ok: boolean;
  /** One sentence; of a failure, with what was seen. */
  readonly text: string;
  /** It was so before the trial: told, and no reason to go back. */
  readonly isOld: boolean;
}

const keyOf = ({ protocol, port, fromAddress, toAddress }: MeasuredPair) =>
  `${fromAddress} ${toAddress} ${protocol} ${port}`;

/**
 * What the wire says about rules on trial. A way that is shut though the policy opens it, and was shut before, is an
 * old trouble. A way that is open though the policy shuts it is never one: the rules were to shut it.
 */
export function judgeTrial(
  before: readonly MeasuredPair[],
  during: readonly MeasuredPair[],
  name: (hostId: string) => string,
): readonly TrialCheck[] {
  const earlier = new Map(before.map((pair) => [keyOf(pair), pair.measured]));
  const tested = during.filter(({ measured }) => measured !== "untested");
  const differing = tested.filter(({ expected, measured }) => expected !== measured);
  const agreeing = tested.length - differing.length;
  const summary: TrialCheck = {
    ok: true,
    text: `${agreeing} of ${tested.length} probes between the hosts end as the policy says`,
    isOld: false,
  };
  return [summary, ...differing.map((pair) => judged(pair, earlier.get(keyOf(pair)), name))];
}

function judged(
  pair: MeasuredPair,
  earlier: MeasuredPair["measured"] | undefined,
  name: (hostId: string) => string,
): TrialCheck {
  const isOld = pair.expected === "open" && earlier === "blocked";
  const port = `${pair.port}/${pair.protocol}`;
  const way = `${name(pair.from)} (${pair.fromAddress}) → ${name(pair.to)} (${pair.toAddress}), port ${port}`;
  const found =
    pair.expected === "open"
      ? "is blocked, and the policy lets it pass"
      : "is open, and the policy blocks it";
  return {
    ok: false,
    isOld,
    text: `${way}, ${found}${isOld ? ". It was blocked before too" : ""}`,
  };
}

/** One thing about what runs on the hosts that must not get worse. */
export interface Sign {
  /** The same thing, before and after. */
  readonly key: string;
  readonly ok: boolean;
  readonly good: string;
  readonly bad: string;
}

/** What has got worse, or was bad before too. What was seen before and cannot be seen any more is worse. */
export function judgeSigns(
  before: readonly Sign[],
  during: readonly Sign[],
): readonly TrialCheck[] {
  const now = new Map(during.map((sign) => [sign.key, sign]));
  const earlier = new Map(before.map((sign) => [sign.key, sign]));
  const lost = before.filter(({ key }) => !now.has(key)).map((sign) => ({ ...sign, ok: false }));
  const all = [...during, ...lost];
  if (all.length === 0) return [];
  const bad = all.filter(({ ok }) => !ok);
  return [
    { ok: true, isOld: false, text: goods(all.length - bad.length, all.length) },
    ...bad.map(({ key, bad: text }) => {
      const isOld = earlier.get(key)?.ok === false;
      return { ok: false, isOld, text: `${text}${isOld ? ". So it was before too" : ""}` };
    }),
  ];
}

const goods = (good: number, all: number) =>
  `${good} of ${all} signs of the cluster are good: nodes, API, names`;
