"use client";
import { useEffect, useState } from "react";
import type { Failure } from "@/components/form/use-light-form";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Note } from "@/components/ui/note";

/** Why it did not work; when the panel makes one wait, the seconds run down. */
export function SignInFailure(props: { failure: Failure }) {
  const { problem, retryAfterS } = props.failure;
  const m = useBaseMessages().auth.signIn;
  const leftS = useCountdown(retryAfterS ?? 0);
  if (problem.code === "auth.rate-limited" && retryAfterS !== undefined)
    return (
      <Note tone="warn" alert title={m.waitTitle}>
        <p className="num">{leftS > 0 ? m.waitSeconds(leftS) : m.waitOver}</p>
      </Note>
    );
  return (
    <Note tone="danger" alert title={problem.detail}>
      {problem.remedies[0] !== undefined && <p>{problem.remedies[0]}</p>}
    </Note>
  );
}

function useCountdown(fromS: number): number {
  const [leftS, setLeftS] = useState(fromS);
  useEffect(() => {
    const untilMs = Date.now() + fromS * 1_000;
    const timer = setInterval(() => {
      setLeftS(Math.max(0, Math.ceil((untilMs - Date.now()) / 1_000)));
    }, 1_000);
    return () => clearInterval(timer);
  }, [fromS]);
  return leftS;
}
