"use client";
import { useMemo } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { LogView } from "@/components/log/log-view";
import type { LogLine } from "@/components/log/log-line";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { shortNames } from "@/lib/kube-logs/short-names";
import type { BookLine } from "@/lib/kube-logs/log-book";
import type { LogSourceRow } from "@/lib/schemas/kube-log";
import { LogChoice } from "./log-choice";
import { LogFoot } from "./log-foot";
import type { WantedLog } from "./log-reader";
import { MOST_LOGS, useKubeLogs, wantedLogs } from "./use-kube-logs";
import type { LogAddress } from "./use-log-address";

/** Colours of the charts. */
const HUES = 8;

interface Shown {
  readonly wanted: readonly WantedLog[];
  readonly severity: LogAddress["severity"];
}

/** Whose a line is, as short as it tells them apart. */
function tagsOf(wanted: readonly WantedLog[]) {
  const pods = shortNames(wanted.map(({ pod }) => pod));
  const containers = new Set(wanted.map(({ container }) => container));
  return wanted.map(({ pod, container }, index) => ({
    text: [pods.size > 1 ? pods.get(pod) : "", containers.size > 1 ? container : ""]
      .filter(Boolean)
      .join(" "),
    hue: (index % HUES) + 1,
  }));
}

/** Lines as the log's view takes them; whose they are stands with each when there are several logs. */
function shownLines(lines: readonly BookLine[], { wanted, severity }: Shown): readonly LogLine[] {
  const tags = wanted.length > 1 ? tagsOf(wanted) : [];
  const shown = lines.filter((line) => fits(line, severity));
  return shown.map(({ seq, at, text, severity: tone, source }) => ({
    ...{ seq, at, text },
    ...(tone === "plain" ? {} : { tone }),
    ...(tags[source] === undefined ? {} : { tag: tags[source] }),
  }));
}

const fits = (line: BookLine, severity: LogAddress["severity"]): boolean =>
  severity === "all" ||
  line.severity === "error" ||
  (severity === "warn" && line.severity === "warn");

const lineHref = ({ at }: LogLine): string => {
  const params = new URLSearchParams(window.location.search);
  params.set("line", at);
  return `?${params.toString()}`;
};

/** The chosen logs, live. */
export function KubeLogView(props: {
  clusterId: string;
  sources: readonly LogSourceRow[];
  more: boolean;
  address: LogAddress;
}) {
  const { clusterId, sources, more, address } = props;
  const words = useMessages().kubeLogs;
  const wanted = wantedLogs(clusterId, sources, address);
  const picture = useKubeLogs(wanted);
  const { severity } = address;
  const key = JSON.stringify(wanted);
  const lines = useMemo(
    () => shownLines(picture.lines, { wanted: JSON.parse(key) as WantedLog[], severity }),
    [picture.lines, key, severity],
  );
  const marked = lines.find(({ at }) => at === address.line)?.seq;
  return (
    <div className="grid gap-3">
      {(more || sources.length > MOST_LOGS) && <Note tone="info">{words.morePods(MOST_LOGS)}</Note>}
      {picture.problem && <ProblemCard problem={picture.problem} />}
      <LogView
        key={key}
        name={words.name(address.pod || address.selector)}
        lines={lines}
        markSeq={marked}
        lineHref={lineHref}
        empty={picture.lines.length > 0 ? words.nothingFits : words.nothingYet}
        className="h-[calc(100dvh-232px)] min-h-[360px] max-sm:h-[calc(100dvh-200px)]"
        source={<LogChoice clusterId={clusterId} sources={sources} address={address} />}
        foot={<LogFoot picture={picture} />}
        footEnd=""
      />
    </div>
  );
}
