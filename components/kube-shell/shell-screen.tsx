"use client";
import dynamic from "next/dynamic";
import { useState, type ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { useLiveState } from "@/components/hooks/use-socket";
import { cx } from "@/components/ui/cx";
import { Button } from "@/components/ui/button";
import { LiveDot } from "@/components/ui/live-dot";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useKeyboardRoom } from "@/components/terminal/use-keyboard-room";
import { ShellSession, type ShellOpening, type ShellState } from "./shell-session";

const TerminalView = dynamic(
  () => import("@/components/terminal/terminal-view").then((part) => part.TerminalView),
  { ssr: false, loading: () => <SkeletonLines label="" /> },
);

/** In the address, so that a reload finds it again. */
const PARAM = "terminal";
/** What was to be typed has been: a reload does not type it twice. */
const TYPED = "typed";

function remember(id: string | null) {
  const next = new URLSearchParams(window.location.search);
  if (id === null) next.delete(PARAM);
  else {
    next.set(PARAM, id);
    next.delete(TYPED);
  }
  const query = next.toString();
  window.history.replaceState(null, "", query === "" ? window.location.pathname : `?${query}`);
}

const STARTING: ShellState = { id: null, end: null, problem: null };

/** A shell: opened, or come back to; what can be done with it stands in its bar. */
export function ShellScreen(props: { name: string; opening: ShellOpening; choice?: ReactNode }) {
  const { name, opening, choice } = props;
  const [round, setRound] = useState(0);
  const [state, setState] = useState(STARTING);
  const [session, setSession] = useState(() => begin(opening, setState));
  const again = () => {
    setState(STARTING);
    setSession(begin(opening, setState));
    setRound(round + 1);
  };
  return (
    <div className="grid gap-3">
      {state.problem && <ProblemCard problem={state.problem} />}
      <Frame
        name={name}
        choice={choice}
        state={state}
        onAgain={again}
        onEnd={() => session.close()}
      >
        <TerminalView
          key={round}
          label={name}
          onReady={(screen) => session.show(screen)}
          onType={(text) => session.type(text)}
          onSize={(cols, rows) => session.resize(cols, rows)}
          className="min-h-0 flex-1"
        />
      </Frame>
    </div>
  );
}

function begin(opening: ShellOpening, onState: (state: ShellState) => void): ShellSession {
  const known =
    typeof window === "undefined" ? null : new URLSearchParams(window.location.search).get(PARAM);
  return new ShellSession(opening, known, (state) => {
    remember(state.id);
    onState(state);
  });
}

function Frame(props: {
  name: string;
  choice: ReactNode;
  state: ShellState;
  onAgain: () => void;
  onEnd: () => void;
  children: ReactNode;
}) {
  const { name, choice, state, onAgain, onEnd, children } = props;
  const words = useMessages().terminal;
  const live = useLiveState();
  const room = useKeyboardRoom();
  const isOver = state.end !== null || state.problem !== null;
  const running = state.id === null ? words.opening : words.live;
  return (
    <section
      aria-label={name}
      style={room ?? undefined}
      className={cx(
        "flex min-w-0 flex-col overflow-hidden border border-line bg-surface",
        room === null
          ? "h-[calc(100dvh-220px)] min-h-[320px] rounded-lg max-sm:h-[calc(100dvh-236px)]"
          : "fixed inset-x-0 z-50",
      )}
    >
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        {choice}
        <span className="ml-auto" />
        {isOver ? (
          <Button size="sm" onClick={onAgain}>
            {words.again}
          </Button>
        ) : (
          <Button size="sm" disabled={state.id === null} onClick={onEnd}>
            {words.end}
          </Button>
        )}
      </header>
      {/* Inside the frame: it must not push the foot out of a phone's screen. */}
      {state.end && <Ended state={state.end} />}
      {children}
      <footer className="num flex min-h-9 flex-wrap items-center gap-x-3 border-t border-line px-3 py-1 text-xs text-muted">
        {live === "away" ? (
          <LiveDot tone="warn">{words.away}</LiveDot>
        ) : (
          <LiveDot tone={state.id === null ? "unknown" : "ok"}>
            {isOver ? words.over : running}
          </LiveDot>
        )}
        <span className="ml-auto max-sm:hidden">{words.reload}</span>
      </footer>
    </section>
  );
}

function Ended({ state }: { state: NonNullable<ShellState["end"]> }) {
  const words = useMessages().terminal;
  const { problem, reason, exitCode } = state;
  return (
    <div className="max-h-1/2 shrink-0 overflow-y-auto border-b border-line p-2">
      {problem === null ? (
        <Note tone="info" title={words.ended[reason](exitCode)} />
      ) : (
        <ProblemCard problem={problem} />
      )}
    </div>
  );
}
