import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { unreadable } from "./unreadable";

/** A program that listens on a TCP port. */
export interface PortHolder {
  readonly port: number;
  /** As the kernel names it, at most 15 characters; null for a listener of the kernel's own. */
  readonly program: string | null;
  readonly processId: number | null;
}

/** Who listens on these TCP ports, on whatever address; each holder once a port. Source: ss(8). */
export const portHolders: Fact<{ readonly ports: readonly number[] }, readonly PortHolder[]> = {
  id: "port-holders",
  command: () => ["ss", "-Hltnp"],
  parse: (output, { ports }) => {
    if (output.exitCode !== 0) return unreadable("ss", output);
    return ok(output.stdout.split("\n").flatMap(holdersIn).filter(oncePer(ports)));
  },
};

function holdersIn(line: string): readonly PortHolder[] {
  const [, , , local = ""] = line.trim().split(/\s+/);
  const port = Number(/:(\d+)$/.exec(local)?.[1] ?? "0");
  const found = [...line.matchAll(/"([^"]+)",pid=(\d+)/g)].map(([, program = "", id]) => ({
    port,
    program,
    processId: Number(id),
  }));
  return found.length > 0 ? found : [{ port, program: null, processId: null }];
}

function oncePer(ports: readonly number[]) {
  const seen = new Set<string>();
  return ({ port, program }: PortHolder) => {
    const key = `${port} ${program}`;
    if (!ports.includes(port) || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
