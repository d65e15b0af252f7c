import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { Clock } from "@/lib/core/clock";
import { buildContainer } from "@/server/build-container";
import { type Config, folders } from "@/server/config";
import { type Container, installContainer } from "@/server/container";
import { prepareDatabase } from "@/server/db/prepare-database";
import { createRedactor } from "@/server/secrets/redactor";
import { type TestClock, testClock } from "./test-clock";

const ROOT = join(import.meta.dirname, "../..");

/** The cheapest argon2id there is: tests of behaviour, not of cost. */
const FAST = { memoryKiB: 8, passes: 1, lanes: 1 };

/** A panel's settings with a fresh data folder. */
export function testConfig(changes: Partial<Config> = {}): Config {
  const dataFolder = mkdtempSync(join(tmpdir(), "gandalf-test-"));
  mkdirSync(dataFolder, { recursive: true });
  return {
    mode: "production",
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    trustedProxies: [],
    openPorts: [],
    openUrl: null,
    logLevel: "silent",
    rulesTrialSeconds: 90,
    bundleFolder: null,
    plainRegistries: [],
    ...folders(ROOT, dataFolder),
    ...changes,
  };
}

export interface TestContainer extends AsyncDisposable {
  readonly container: Container;
  readonly clock: TestClock;
}

/**
 * A real container over a real SQLite file in a folder of its own, installed as the process's
 * container. `await using panel = await testContainer()` removes all of it at the end.
 */
export async function testContainer(
  changes: Partial<Config> = {},
  clock: TestClock & Clock = testClock(),
): Promise<TestContainer> {
  const config = testConfig(changes);
  const prepared = prepareDatabase(config);
  if (!prepared.ok) throw new Error(prepared.problem.detail);
  const redactor = createRedactor();
  const log = pino({ level: config.logLevel });
  const built = await buildContainer({ config, clock, log, redactor, passwordCost: FAST });
  if (!built.ok) throw new Error(built.problem.detail);
  installContainer(built.value);
  return {
    container: built.value,
    clock,
    [Symbol.asyncDispose]: async () => {
      await built.value.lifecycle.stop();
      rmSync(config.dataFolder, { recursive: true, force: true });
    },
  };
}
