"use client";
import { useEffect, useState, type RefObject } from "react";

/** How near the end still counts as the end. */
const END_PX = 24;

export interface Follow {
  readonly following: boolean;
  /** Lines that came since one stopped following. */
  readonly unseen: number;
  readonly stop: () => void;
  readonly resume: () => void;
  readonly onScroll: () => void;
}

/** Keeps the last line in view until one scrolls up; goes on when one scrolls back to the end. */
export function useFollow(options: {
  frame: RefObject<HTMLElement | null>;
  count: number;
  /** A line one came for: do not run away from it. */
  startAt: number | undefined;
  showLast: () => void;
}): Follow {
  const { frame, count, startAt, showLast } = options;
  const [following, setFollowing] = useState(startAt === undefined);
  const [seen, setSeen] = useState(count);
  useEffect(() => {
    if (following && count > 0) showLast();
  }, [following, count, showLast]);
  const stop = () => {
    setFollowing(false);
    setSeen(count);
  };
  const resume = () => {
    setFollowing(true);
    showLast();
  };
  const onScroll = useScrollAway({ frame, following, stop, resume });
  return { following, unseen: following ? 0 : Math.max(0, count - seen), stop, resume, onScroll };
}

/** Scrolling up stops following; only moving down to the very end starts it again. */
function useScrollAway(options: {
  frame: RefObject<HTMLElement | null>;
  following: boolean;
  stop: () => void;
  resume: () => void;
}) {
  const { frame, following, stop, resume } = options;
  const [lastTop, setLastTop] = useState(0);
  return () => {
    const element = frame.current;
    if (!element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const atEnd = scrollHeight - scrollTop - clientHeight <= END_PX;
    const up = scrollTop < lastTop;
    setLastTop(scrollTop);
    if (following && up && !atEnd) stop();
    if (!following && !up && atEnd) resume();
  };
}
