"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Meter } from "@/components/ui/meter";

/** What pods ask for, of what the node can give: words and a bar. */
export function RequestCell(props: {
  requested: number | null;
  allocatable: number | null;
  write: (amount: number) => string;
  label: (part: string, whole: string) => string;
}) {
  const { requested, allocatable, write, label } = props;
  const words = useMessages().cluster.nodes;
  if (requested === null || allocatable === null)
    return <span className="text-muted">{words.unknownYet}</span>;
  const [part, whole] = [write(requested), write(allocatable)];
  return (
    <span className="grid w-[130px] gap-1">
      <span className="num">
        {part} <span className="text-muted">{words.ofWhole(whole)}</span>
      </span>
      <Meter
        className="w-full"
        label={label(part, whole)}
        used={allocatable === 0 ? 0 : requested / allocatable}
      />
    </span>
  );
}
