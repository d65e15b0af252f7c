import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import type { Config } from "./config";
import { compressedFiles } from "./http/compressed-files";
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
  const sendFile = compressedFiles(join(rootFolder, ".next/static"));
  return {
    handle: app.prepare().then(() => {
      const handle = app.getRequestHandler();
      return async (request: IncomingMessage, response: ServerResponse) => {
        if (dev || !sendFile(request, response)) await handle(request, response);
      };
    }),
    developmentUpgrade: dev
      ? (request, socket, head) => void inner.emit("upgrade", request, socket, head)
      : null,
    close: () => app.close(),
  };
}
