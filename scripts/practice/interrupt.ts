import { signalChildren } from "@/scripts/bootstrap/child.mjs";

const WATCH_MS = 500;

/**
 * Ends our children and calls `notice`, once, when this process is asked to end: by a signal, or because the npm that
 * started it is gone (npm does not pass SIGTERM on). What was started is then taken down, and not left behind.
 */
export function onInterrupt(notice: () => void): void {
  const parent = process.ppid;
  let noticed = false;
  const interrupt = () => {
    if (noticed) return;
    noticed = true;
    notice();
    signalChildren("SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
  process.stdout.on("error", interrupt); // whoever read us is gone
  setInterval(() => {
    if (process.ppid !== parent) interrupt();
  }, WATCH_MS).unref();
}
