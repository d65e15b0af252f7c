import { hostname } from "node:os";
import type { Logger } from "pino";
import type { Clock } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import { createArtifacts } from "./artifacts/artifacts";
import { createAudit } from "./audit/audit";
import { createAttemptLimit } from "./auth/attempt-limit";
import { createPasswords, type PasswordCost } from "./auth/passwords";
import { createSessions } from "./auth/sessions";
import { createBus } from "./bus";
import type { Config } from "./config";
import type { Base, Container } from "./container";
import { connectDatabase } from "./db/client";
import { createDiskWatch } from "./db/disk-watch";
import { createKubeHub } from "./kube/kube-hub";
import { createBulks } from "./kube/write/bulks";
import { createConsoles } from "./console/consoles";
import { createDrains } from "./kube/write/drains";
import { createKubeLogs } from "./kube/streams/kube-logs";
import { createKubeTokens } from "./kube-proxy/kube-tokens";
import { watchForDeadRunners } from "./jobs/reconcile";
import { createJobs } from "./jobs/runner";
import { createLifecycle } from "./lifecycle";
import { createSiteWatch } from "./network/site-watch";
import { Openings } from "./open-service/openings";
import { createRegistries } from "./registry/registries";
import { loadKey } from "./secrets/key-file";
import type { Redactor } from "./secrets/redactor";
import { createVault } from "./secrets/vault";
import { createHostDoor } from "./ssh/host-door";
import { createTerminals } from "./terminals/terminals";

export interface Given {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly redactor: Redactor;
  readonly passwordCost?: PasswordCost;
}

/** Ended sessions are forgotten this often. */
const SWEEP_EVERY_MS = 3_600_000;

async function buildBase(given: Given): Promise<Result<Base>> {
  const { config, clock, log, redactor } = given;
  const db = connectDatabase(config.databaseFile);
  const key = await loadKey(config.keyFile, db);
  if (!key.ok) {
    await db.$disconnect();
    return key;
  }
  const bus = createBus();
  const lifecycle = createLifecycle(log);
  lifecycle.onStop("database", () => db.$disconnect()); // first registered, so last to end
  const sessions = createSessions({ db, clock, bus });
  const sweep = setInterval(() => void sessions.sweep(), SWEEP_EVERY_MS).unref();
  lifecycle.onStop("sessions", () => clearInterval(sweep));
  return ok({
    config,
    clock,
    log,
    redactor,
    db,
    bus,
    lifecycle,
    sessions,
    vault: createVault({ db, key: key.value, redactor }),
    passwords: createPasswords(given.passwordCost),
    attempts: createAttemptLimit({ db, clock }),
    audit: createAudit(db),
    disk: createDiskWatch({ config, bus, log, lifecycle }),
  });
}

/**
 * Builds every long-lived object once, over a prepared database. Fails only when the vault's key
 * does not fit. Keep it light: what loads a large library (SSH, the Kubernetes client) loads it at
 * first use.
 */
export async function buildContainer(given: Given): Promise<Result<Container>> {
  const base = await buildBase(given);
  if (!base.ok) return base;
  const artifacts = createArtifacts({ ...given.config, clock: given.clock });
  base.value.lifecycle.onStart("artifacts", artifacts.clear);
  base.value.lifecycle.onStop("uploads", artifacts.uploads.stopAll);
  const ssh = createHostDoor({ ...base.value, source: artifacts.store, panelName: hostname() });
  base.value.lifecycle.onStop("ssh", () => ssh.close());
  const jobs = createJobs({ ...base.value, artifacts, ssh });
  watchForDeadRunners(base.value);
  const kubeTokens = createKubeTokens(base.value);
  base.value.lifecycle.onStop("kubectl tokens", () => kubeTokens.stop());
  const drains = createDrains(base.value);
  const kube = createKubeHub(base.value);
  const consoles = createConsoles({ ...base.value, kube, ssh });
  // One line an area.
  return ok({
    ...base.value,
    drains,
    bulks: createBulks(base.value),
    artifacts,
    registries: createRegistries({ ...given.config, clock: given.clock }),
    ssh,
    jobs,
    sites: createSiteWatch({ ...base.value, ssh }),
    kubeTokens,
    kube,
    logs: createKubeLogs({ ...base.value, kube }),
    openings: new Openings({ ...base.value, kube }),
    terminals: createTerminals({ ...base.value, kube, ssh, consoles }),
  });
}
