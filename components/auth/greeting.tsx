"use client";
import { useSyncExternalStore } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";

const never = () => () => {};
const MORNING_HOUR = 9;

/** Good morning, afternoon or evening, by the clock of whoever looks. */
export function Greeting() {
  const words = useBaseMessages().auth.signIn.greeting;
  const hour = useSyncExternalStore(
    never,
    () => new Date().getHours(),
    () => MORNING_HOUR,
  );
  if (hour >= 18 || hour < 5) return words.evening;
  return hour < 12 ? words.morning : words.afternoon;
}
