"use client";
import { useSyncExternalStore } from "react";
import { useMessages } from "@/components/hooks/use-messages";

const never = () => () => {};
const MORNING_HOUR = 9;

/** Good morning, afternoon or evening, by the clock of whoever looks. */
export function Greeting() {
  const words = useMessages().auth.signIn.greeting;
  const hour = useSyncExternalStore(
    never,
    () => new Date().getHours(),
    () => MORNING_HOUR,
  );
  if (hour >= 18 || hour < 5) return words.evening;
  return hour < 12 ? words.morning : words.afternoon;
}
