import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import type { Config } from "./config";
import type { Behind } from "./http/front";

/** Next, prepared or on its way. */
export interface Pages {
  readonly handle: Behind["pages"];
  readonly developmentUpgrade: Behind["developmentUpgrade"];
  close(): Promise<void>;
}

/** Begins to prepare Next: pages and routes. */
export function startPages({ mode, host, port, rootFolder }: Config): Pages {
  const dev = mode === "development";
  // Next hangs its socket on the server it is given. This one never listens: what reaches it comes
  // through the front door, which in production hands it nothing.
  const inner = createServer();
  const app = next({ dev, dir: rootFolder, hostname: host, port, httpServer: inner });
  return {
    handle: app.prepare().then(() => {
      const handle = app.getRequestHandler();
      return (request: IncomingMessage, response: ServerResponse) => handle(request, response);
    }),
    developmentUpgrade: dev
      ? (request, socket, head) => void inner.emit("upgrade", request, socket, head)
      : null,
    close: () => app.close(),
  };
}
