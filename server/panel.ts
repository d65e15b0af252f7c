import type { Server } from "node:http";
import { ok, type Result } from "@/lib/core/result";
import { buildContainer } from "./build-container";
import { type Config, readConfig } from "./config";
import { type Container, installContainer } from "./container";
import { claimDataFolder, type DataFolder } from "./db/data-folder";
import { prepareDatabase } from "./db/prepare-database";
import { createFront } from "./http/front";
import { acceptTls } from "./http/tls-entry";
import { createKubeProxy } from "./kube-proxy/kube-proxy";
import { panelCertificate } from "./kube-proxy/panel-certificate";
import { listen } from "./listen";
import { createLog } from "./log";
import { startPages } from "./pages";
import { panelUrl } from "./panel-url";
import { createRedactor } from "./secrets/redactor";
import { createLive } from "./sockets/live";
import { systemClock } from "./system-clock";

/** Requests that still run at shutdown get this long. Areas get theirs after it. */
const DRAIN_MS = 3000;

/** A panel that answers requests. */
export interface Panel {
  readonly container: Container;
  /** Where to go with a browser. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Storage {
  readonly container: Container;
  /** Held until the end: a lock that nobody refers to is closed by the garbage collector. */
  readonly claim: DataFolder;
}

/** Claims the data folder and brings the database in it up to date, before anything else starts. */
async function openStorage(config: Config): Promise<Result<Storage>> {
  const claimed = claimDataFolder(config.dataFolder);
  if (!claimed.ok) return claimed;
  const redactor = createRedactor();
  const log = createLog(config, redactor);
  const prepared = prepareDatabase(config);
  const built = prepared.ok
    ? await buildContainer({ config, clock: systemClock, log, redactor })
    : prepared;
  if (!built.ok) {
    claimed.value.release();
    return built;
  }
  const { applied, backup } = prepared.ok ? prepared.value : { applied: [], backup: null };
  if (applied.length > 0) log.info({ applied, backup }, "database brought up to date");
  return ok({ container: built.value, claim: claimed.value });
}

const drain = (server: Server) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Starts everything. A failure the operator can mend is a problem; nothing is left open then. */
export async function startPanel(env: NodeJS.ProcessEnv, root: string): Promise<Result<Panel>> {
  const config = readConfig(env, root);
  if (!config.ok) return config;
  const opened = await openStorage(config.value);
  if (!opened.ok) return opened;
  const { container, claim } = opened.value;
  installContainer(container);

  const live = createLive(container);
  const pages = startPages(config.value);
  const { handle, developmentUpgrade } = pages;
  const clusters = createKubeProxy(container);
  const behind = { pages: handle, live: live.upgrade, developmentUpgrade, clusters };
  const server = createFront(container, behind);
  const dropSilent = acceptTls(server, () => panelCertificate(container.vault, container.clock));
  const port = await listen(server, config.value);
  if (!port.ok) {
    await container.lifecycle.stop();
    claim.release();
    return port;
  }
  await handle; // the port is ours already: requests that come now wait a moment
  await container.lifecycle.start();

  const stop = async () => {
    const drained = drain(server); // no new connections from here on
    await live.close();
    clusters.close();
    dropSilent();
    await drained;
    await container.lifecycle.stop();
    await pages.close();
    claim.release();
  };
  return ok({ container, url: panelUrl(config.value, port.value), stop });
}
