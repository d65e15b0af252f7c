"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useLiveState } from "@/components/hooks/use-socket";
import { LogView } from "@/components/log/log-view";
import { LiveDot } from "@/components/ui/live-dot";
import { Select } from "@/components/ui/select";
import type { JobPicture } from "@/lib/job-feed/job-feed";
import type { AttemptStart, JobLogLine } from "@/lib/job-feed/log-line";
import type { NodeView } from "@/lib/schemas/job-view";

const WHOLE = "";

/** The log of the chosen step, or of the whole job. */
export function JobLog(props: {
  node: NodeView | undefined;
  nodes: readonly NodeView[];
  whole: boolean;
  onWhole: (whole: boolean) => void;
  onChoose: (id: string) => void;
  linesOf: (node: string | null) => readonly JobLogLine[];
  picture: JobPicture;
  ended: boolean;
  mark: number | undefined;
}) {
  const { node, nodes, whole, onWhole, onChoose, linesOf, picture, ended, mark } = props;
  const words = useMessages().jobs.log;
  const shown = whole ? undefined : node;
  const lines = linesOf(shown?.id ?? null);
  const name = shown ? words.step(shown.hostName, shown.label) : words.whole;
  const choose = (id: string) => (id === WHOLE ? onWhole(true) : onChoose(id));
  return (
    <LogView
      key={shown?.id ?? WHOLE}
      lines={lines}
      name={words.name(name)}
      markSeq={mark}
      heading={heading}
      empty={shown ? words.none : words.noneWhole}
      className="h-[min(560px,calc(100dvh-160px))] min-h-[360px]"
      source={
        <Select
          aria-label={words.source}
          value={shown?.id ?? WHOLE}
          onChange={(event) => choose(event.target.value)}
          options={[
            { value: WHOLE, label: words.whole },
            ...nodes.map((each) => ({
              value: each.id,
              label: words.step(each.hostName, each.label),
            })),
          ]}
          className="w-[210px] max-sm:w-full"
        />
      }
      foot={<Foot picture={picture} ended={ended} count={lines.length} />}
    />
  );
}

/** Where a later attempt begins: which, by whom, when, and what ended the one before. */
function AttemptHeading({ start }: { start: AttemptStart }) {
  const words = useMessages().jobs.log.attempt;
  const format = useFormat();
  const { attempt, at, by, earlier, because } = start;
  return (
    <>
      <b className="font-[580] text-text">{words.title(attempt)}</b>{" "}
      {words.started(format.clock(Date.parse(at)), by)} {words.earlier[earlier]} {because}
    </>
  );
}

const heading = ({ opens }: JobLogLine) =>
  opens === undefined ? null : <AttemptHeading start={opens} />;

function Foot({ picture, ended, count }: { picture: JobPicture; ended: boolean; count: number }) {
  const m = useMessages();
  const words = m.jobs.log;
  const live = useLiveState();
  if (picture.trouble !== null || (!ended && live === "away"))
    return <LiveDot tone="warn">{words.away}</LiveDot>;
  if (!picture.complete) return words.reading(picture.view.lastSeq, picture.knownSeq);
  return (
    <>
      {ended ? (
        <LiveDot tone="unknown">{words.ended}</LiveDot>
      ) : (
        <LiveDot tone={live === "live" ? "ok" : "unknown"}>
          {live === "live" ? m.ui.live : m.shell.live.connecting}
        </LiveDot>
      )}
      <span>
        {count === picture.logLines ? words.lines(count) : words.of(count, picture.logLines)}
      </span>
    </>
  );
}
