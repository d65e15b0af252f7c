import type { Action } from "@/lib/provision/step";

/** The folder a file goes into, with those above it. An existing one is left as it is. */
export const makeFolder = (path: string, mode: "0700" | "0755" = "0755"): Action => ({
  kind: "run",
  argv: ["mkdir", "-p", "-m", mode, "--", path.slice(0, path.lastIndexOf("/"))],
  timeoutMs: 10_000,
  why: "make its folder",
});
