import type { Server } from "node:http";
import { done, fail, type Result } from "@/lib/core/result";
import type { Config } from "@/server/config";
import { listen } from "@/server/listen";

/** A port of the panel's machine is opened when the first app needs it, and stays so that it can say what ended. */
export interface OpenPorts {
  /** Opens one of the free ones, the one that nobody used for longest first; answers which. */
  take(mayTake: (port: number) => boolean): Promise<Result<number>>;
  close(): Promise<void>;
}

const noPort = (ports: readonly number[]) => {
  const [first, last] = [ports[0], ports.at(-1)];
  return fail({
    code: "panel.settings" as const,
    detail:
      first === undefined
        ? "Opening apps in the browser is switched off on this panel."
        : `Every port from ${first} to ${last} is in use: each app that is open needs one.`,
    remedies:
      first === undefined
        ? ["Start the panel with GANDALF_OPEN_PORTS=4470-4479."]
        : ["Close an app that is open.", "Start the panel with more ports: GANDALF_OPEN_PORTS=…"],
  });
};

/** Opens nothing yet. `serve` makes the server that answers on such a port. */
export function createOpenPorts(
  { host, openPorts }: Pick<Config, "host" | "openPorts">,
  serve: () => Server,
): OpenPorts {
  const servers = new Map<number, Server>();
  /** Longest unused first. */
  const order = [...openPorts];

  const open = async (port: number): Promise<Result<void>> => {
    if (servers.has(port)) return done;
    const server = serve();
    const listening = await listen(server, { host, port });
    if (!listening.ok) return listening;
    servers.set(port, server);
    return done;
  };

  return {
    take: async (mayTake) => {
      for (const port of [...order]) {
        if (!mayTake(port) || !(await open(port)).ok) continue;
        order.push(...order.splice(order.indexOf(port), 1));
        return { ok: true, value: port };
      }
      return noPort(openPorts);
    },
    close: async () => {
      const closed = [...servers.values()].map(
        (server) => new Promise<void>((resolve) => server.close(() => resolve())),
      );
      for (const server of servers.values()) server.closeAllConnections();
      await Promise.all(closed);
    },
  };
}
