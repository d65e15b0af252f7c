"use client";
import { CircleAlert, CircleCheck, CircleQuestionMark, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import type { Messages } from "@/lib/i18n/catalogue";
import type { AppCheck, AppChecks } from "@/lib/schemas/app-check";
import type { ApplyReport } from "@/lib/schemas/kube-change";

const LOOKS = {
  ok: { icon: CircleCheck, className: "text-ok-solid" },
  warn: { icon: TriangleAlert, className: "text-warn-solid" },
  danger: { icon: CircleAlert, className: "text-danger-solid" },
  unknown: { icon: CircleQuestionMark, className: "text-unknown-solid" },
} as const;

type Look = keyof typeof LOOKS;

const OF_CODE = {
  "name-taken": "danger",
  updates: "warn",
  "namespace-new": "ok",
  "password-kept": "ok",
  "password-lost": "danger",
  "host-taken": "danger",
  "no-ingress": "danger",
  "port-taken": "warn",
  "quota-holds": "ok",
  quota: "danger",
  "quota-asks": "danger",
  limit: "danger",
  "pinned-volume": "warn",
  "shared-volume": "warn",
  "no-storage": "danger",
  "image-there": "ok",
  "image-runs": "ok",
  "image-unfit": "warn",
  "image-missing": "danger",
  "image-closed": "unknown",
  "image-busy": "unknown",
  "image-unasked": "unknown",
} satisfies Record<AppCheck["code"], Look>;

const lookOf = (check: AppCheck): Look =>
  check.code === "image-unfit" && check.none ? "danger" : OF_CODE[check.code];

/** Whether the app would not come up as it is. Nobody is stopped: mirrors and other clusters' ways are not known here. */
export const isHopeless = (checks: AppChecks | undefined): boolean =>
  checks?.checks.some((check) => lookOf(check) === "danger") === true;

/** Worst first. */
const ORDER: readonly Look[] = ["danger", "warn", "unknown", "ok"];
const byLook = (one: AppCheck, other: AppCheck) =>
  ORDER.indexOf(lookOf(one)) - ORDER.indexOf(lookOf(other));

/** What was found out before anything is touched. */
export function CheckList(props: {
  checks: AppChecks | undefined;
  report: ApplyReport | undefined;
}) {
  const { checks, report } = props;
  const words = useMessages().deploy;
  const refused = report?.results.filter(({ problem }) => problem !== null) ?? [];
  const kept = report?.results.filter(({ outcome }) => outcome === "conflict") ?? [];
  const all = report?.results.length ?? 0;
  const accepted = all - refused.length - kept.length;
  return (
    <ul className="grid gap-2 border-t border-line px-4 py-3 text-sm" aria-label={words.checks}>
      {report === undefined && <Item look="unknown">{words.checking}</Item>}
      {report && (
        <Item look={accepted === all ? "ok" : "danger"}>{words.wouldAccept(accepted, all)}</Item>
      )}
      {refused.map(({ number, problem }) => (
        <Item key={number} look="danger">
          {problem?.detail}
        </Item>
      ))}
      {checks?.checks.toSorted(byLook).map((check, index) => (
        <Item key={index} look={lookOf(check)}>
          {sentenceOf(check, words)}
        </Item>
      ))}
      {checks?.unknown.map(({ detail }) => (
        <Item key={detail} look="unknown">
          {detail}
        </Item>
      ))}
    </ul>
  );
}

const sentenceOf = (check: AppCheck, words: Messages["deploy"]): string =>
  (words.check[check.code] as (of: AppCheck) => string)(check);

function Item(props: { look: Look; children: React.ReactNode }) {
  const { icon, className } = LOOKS[props.look];
  return (
    <li className="flex gap-2">
      <Icon of={icon} size={15} className={`mt-0.5 ${className}`} />
      <span className="min-w-0 break-words">{props.children}</span>
    </li>
  );
}
