import type { Logger } from "pino";
import type { Clock } from "@/lib/core/clock";
import type { Artifacts } from "./artifacts/artifacts";
import type { Audit } from "./audit/audit";
import type { AttemptLimit } from "./auth/attempt-limit";
import type { Passwords } from "./auth/passwords";
import type { Sessions } from "./auth/sessions";
import type { Bus } from "./bus";
import type { Config } from "./config";
import type { Database } from "./db/client";
import type { DiskWatch } from "./db/disk-watch";
import type { KubeHub } from "./kube/kube-hub";
import type { Bulks } from "./kube/write/bulks";
import type { Drains } from "./kube/write/drains";
import type { KubeLogs } from "./kube/streams/kube-logs";
import type { Registries } from "./registry/registries";
import type { KubeTokens } from "./kube-proxy/kube-tokens";
import type { Jobs } from "./jobs/runner";
import type { Lifecycle } from "./lifecycle";
import type { SiteWatch } from "./network/site-watch";
import type { Openings } from "./open-service/openings";
import type { Redactor } from "./secrets/redactor";
import type { Vault } from "./secrets/vault";
import type { Terminals } from "./terminals/terminals";
import type { SshDoor } from "./ssh/host-door";

/** What every area may count on: built first, in server/build-container.ts. */
export interface Base {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly db: Database;
  readonly bus: Bus;
  readonly lifecycle: Lifecycle;
  readonly redactor: Redactor;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly attempts: AttemptLimit;
  readonly audit: Audit;
  readonly disk: DiskWatch;
}

/**
 * The long-lived objects, one of each in the process. An area adds one line here (its interface,
 * imported as a type) and one in build-container.ts (how it is made from what stands above it).
 */
export interface Container extends Base {
  // One line an area.
  readonly kube: KubeHub;
  readonly drains: Drains;
  readonly bulks: Bulks;
  readonly kubeTokens: KubeTokens;
  readonly logs: KubeLogs;
  readonly terminals: Terminals;
  readonly openings: Openings;
  readonly artifacts: Artifacts;
  readonly registries: Registries;
  readonly ssh: SshDoor;
  readonly jobs: Jobs;
  readonly sites: SiteWatch;
}

const KEY = Symbol.for("gandalf");
const shared = globalThis as typeof globalThis & { [KEY]?: Container };

/** The container of this process. Next's bundle and the custom server's reach the same one here. */
export function container(): Container {
  const found = shared[KEY];
  if (found === undefined)
    throw new Error("the container was not built: is server/index.ts running?");
  return found;
}

/** Called once, where the process (or a test) starts. */
export function installContainer(built: Container): void {
  shared[KEY] = built;
}
