import type { Stage } from "./perform-action";

const JOURNAL = ["journalctl", "--no-pager", "--output=short-iso", "--lines=60"] as const;

/** The journal of what is waited for, in the log at most once. */
interface WaitJournal {
  /** From now on, line by line, until it is closed. */
  follow(): void;
  /** The reason of a failure that came before it was followed. */
  read(): Promise<void>;
  close(): void;
}

/** Nothing is shown where there is no unit to show. */
export function createWaitJournal(unit: string | undefined, stage: Stage): WaitJournal {
  const { node, deps, voice } = stage;
  const closing = new AbortController();
  let isFollowed = false;
  return {
    follow: () => {
      if (unit === undefined || isFollowed) return;
      isFollowed = true;
      voice.say(`still waiting; the journal of ${unit} follows`);
      const argv = [...JOURNAL, "--follow", `--unit=${unit}`] as const;
      deps.hostFor(node.hostId).follow(argv, voice.heard, closing.signal);
    },
    read: async () => {
      if (unit === undefined || isFollowed) return;
      const argv = [...JOURNAL, `--unit=${unit}`] as const;
      const output = await deps.hostFor(node.hostId).ask([argv], { timeoutMs: 15_000 });
      const text = output.ok ? (output.value[0]?.stdout ?? "") : "";
      for (const line of text.split("\n")) if (line !== "") voice.heard("stdout", line);
    },
    close: () => closing.abort(),
  };
}
