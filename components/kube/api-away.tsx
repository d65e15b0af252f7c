"use client";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { KubePage } from "@/lib/schemas/kube";

/** Over a list whose source is away: why, what to do, and until when its rows were true. */
export function ApiAway(props: {
  page: Pick<KubePage<unknown>, "asOf" | "problem">;
  onRetry: () => void;
}) {
  const { asOf, problem } = props.page;
  const m = useMessages();
  const format = useFormat();
  if (problem === null || asOf === null) return null;
  return (
    <Note
      alert
      tone="warn"
      className="mb-3"
      title={problem.detail}
      actions={
        <Button size="sm" onClick={props.onRetry}>
          {m.ui.tryNow}
        </Button>
      }
    >
      <p>{m.cluster.away(format.clock(Date.parse(asOf)))}</p>
      {problem.remedies.map((remedy) => (
        <p key={remedy}>{remedy}</p>
      ))}
    </Note>
  );
}
