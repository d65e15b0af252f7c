"use client";
import { Check, CircleAlert, CircleDashed, LoaderCircle, X, type LucideIcon } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ChosenFile } from "./chosen-files";
import type { FileProgress } from "./use-bundle-upload";

interface RowProps {
  chosen: ChosenFile;
  progress: FileProgress | undefined;
  problem: string | undefined;
  /** Whether a checksum file promises anything. */
  promised: boolean;
  /** Leaves it out; undefined while files are sent. */
  onRemove: (() => void) | undefined;
}

/** One chosen file: its name, its size, how far it is, and what is wrong with it. */
export function ChosenFileRow(props: RowProps) {
  const { chosen, progress, problem, onRemove } = props;
  const words = useMessages().wizard.bundle;
  const f = useFormat();
  const state = useRowState(props);
  const ratio = progress?.state === "sending" ? progress.sentBytes / chosen.file.size : null;
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3.5 py-2">
      <Icon of={state.icon} size={16} turns={state.turns} className={state.look} />
      <div className="min-w-0">
        <p className="font-mono text-xs break-all">{chosen.name}</p>
        <p className="num text-xs text-muted">
          {f.bytes(chosen.file.size)}
          {" · "}
          {state.words}
        </p>
      </div>
      {onRemove && (
        <IconButton
          icon={X}
          size="sm"
          label={words.leaveOut(chosen.name)}
          className="max-sm:size-11"
          onClick={onRemove}
        />
      )}
      {progress !== undefined && progress.state !== "arrived" && (
        <ProgressBar label={chosen.name} ratio={ratio} className="col-span-2 col-start-2 mt-1.5" />
      )}
      {problem !== undefined && (
        <p role="alert" className="col-span-2 col-start-2 mt-1 text-xs text-danger">
          {problem}
        </p>
      )}
    </li>
  );
}

interface RowState {
  readonly icon: LucideIcon;
  readonly look: string;
  readonly words: string;
  readonly turns: boolean;
}

function useRowState({ chosen, progress, problem, promised }: RowProps): RowState {
  const words = useMessages().wizard.bundle;
  const f = useFormat();
  const quiet = (icon: LucideIcon, text: string): RowState => ({
    icon,
    look: "text-muted",
    words: text,
    turns: false,
  });
  if (problem !== undefined)
    return { icon: CircleAlert, look: "text-danger-solid", words: words.refused, turns: false };
  if (chosen.checksums !== null) return quiet(Check, words.checksumFile);
  if (progress === undefined)
    return quiet(CircleDashed, promised ? words.willCheck : words.noChecksum);
  if (progress.state === "arrived")
    return {
      icon: Check,
      look: "text-ok-solid",
      words: progress.verified ? words.verified : words.arrived,
      turns: false,
    };
  const text =
    progress.state === "checking"
      ? words.checking
      : words.sent(f.percent(progress.sentBytes / chosen.file.size));
  return { icon: LoaderCircle, look: "text-accent-solid", words: text, turns: true };
}
