"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { STATUS_ICONS } from "@/components/ui/status-icons";
import { ToneLabel } from "@/components/ui/status";
import { statusLook } from "@/lib/format/status";
import type { PodRow } from "@/lib/kube/kinds/pod";
import type { PodTrouble } from "@/lib/kube/pod-trouble";

/** kubectl's word, and under it (or beside it, where rows are of one height) why. */
export function PodStatus(props: { pod: PodRow; oneLine?: boolean }) {
  const { pod, oneLine = false } = props;
  const look = statusLook("pod", pod.look);
  const sentence = useTroubleSentence(pod.trouble);
  return (
    <span className={oneLine ? "flex items-center gap-2" : "grid justify-items-start gap-px"}>
      <ToneLabel tone={look.tone} icon={STATUS_ICONS[look.icon]}>
        {pod.phrase}
      </ToneLabel>
      {sentence !== null && (
        <span
          title={sentence}
          className={oneLine ? "truncate text-xs text-muted" : "text-xs whitespace-normal"}
        >
          {sentence}
        </span>
      )}
    </span>
  );
}

/** Why, in the viewer's language; null when nothing is wrong. */
function useTroubleSentence(trouble: PodTrouble | null): string | null {
  const words = useMessages().cluster.pods.troubles;
  if (trouble === null) return null;
  const sentences: Record<string, (trouble: never) => string> = words;
  return sentences[trouble.code]?.(trouble as never) ?? null;
}
