"use client";
import { ExternalLink } from "lucide-react";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icon";
import { ProblemCard } from "@/components/ui/problem-card";
import type { OpeningRow } from "@/lib/schemas/opening";
import { enterHref } from "./open-target";
import { useCloseOpening } from "./use-openings";

const MINUTE_MS = 60_000;

/** Apps that are open now, each with its way in and its end. */
export function OpeningList(props: { clusterId: string; openings: readonly OpeningRow[] }) {
  const { clusterId, openings } = props;
  const close = useCloseOpening(clusterId);
  return (
    <>
      {close.error && <ProblemCard className="mb-2" problem={problemOf(close.error)} />}
      <ul className="grid divide-y divide-line rounded-md border border-line">
        {openings.map((opening) => (
          <Row
            key={opening.id}
            clusterId={clusterId}
            opening={opening}
            busy={close.isPending && close.variables === opening.id}
            onClose={() => close.mutate(opening.id)}
          />
        ))}
      </ul>
    </>
  );
}

function Row(props: {
  clusterId: string;
  opening: OpeningRow;
  busy: boolean;
  onClose: () => void;
}) {
  const { clusterId, opening, busy, onClose } = props;
  const words = useMessages().openService;
  const format = useFormat();
  const nowMs = useNow(MINUTE_MS);
  const { target, port, owner, pod, connections, usedAt } = opening;
  const name = `${target.namespace}/${target.name}`;
  const facts = [
    words.used(format.relative(Date.parse(usedAt), nowMs)),
    ...(connections > 0 ? [words.connections(connections)] : []),
    ...(pod === null ? [] : [words.pod(pod)]),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2 text-sm">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-name break-all">
          {name} <span className="font-normal text-muted">{words.row(port, owner.name)}</span>
        </p>
        <p className="num text-xs break-words text-muted">{facts.join(" · ")}</p>
      </div>
      <div className="flex gap-2">
        {opening.mine && <EnterLink href={enterHref(clusterId, opening)} label={words.enter} />}
        <Button size="sm" busy={busy} aria-label={words.closeNamed(name)} onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </li>
  );
}

/** Not Next's link: it would fetch the address beforehand, and a way in works once. */
export function EnterLink(props: { href: string; label: string }) {
  return (
    <a
      className={buttonLook({ size: "sm" })}
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
    >
      <Icon of={ExternalLink} size={14} />
      {props.label}
    </a>
  );
}
