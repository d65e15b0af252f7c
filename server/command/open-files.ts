import { existsSync } from "node:fs";
import { ok, fail, type Result } from "@/lib/core/result";
import { createAudit } from "@/server/audit/audit";
import { createPasswords } from "@/server/auth/passwords";
import { createSessions } from "@/server/auth/sessions";
import { createBus } from "@/server/bus";
import { type Config, readConfig } from "@/server/config";
import { connectDatabase } from "@/server/db/client";
import { checkDatabase } from "@/server/db/prepare-database";
import { storageProblem } from "@/server/db/storage-problem";
import { systemClock } from "@/server/system-clock";

/** What a command has of a panel: its database, beside the panel that may be running on it. */
export type PanelFiles = ReturnType<typeof connect>;

function connect(config: Config) {
  const db = connectDatabase(config.databaseFile);
  const clock = systemClock;
  return {
    config,
    db,
    clock,
    passwords: createPasswords(),
    sessions: createSessions({ db, clock, bus: createBus() }),
    audit: createAudit(db),
    close: () => db.$disconnect(),
  };
}

/** Opens the database that the environment names. It must be there, and be of this version. */
export function openFiles(env: NodeJS.ProcessEnv, root: string): Result<PanelFiles> {
  const config = readConfig(env, root);
  if (!config.ok) return config;
  const { dataFolder, databaseFile } = config.value;
  if (!existsSync(databaseFile))
    return fail(
      storageProblem(
        `There is no panel's database in ${dataFolder}.`,
        "Name the panel's own data folder: GANDALF_DATA=/var/lib/gandalf npm run panel -- …",
        "A panel that never started has none: npm start makes it, and prints a set-up link.",
      ),
    );
  const fits = checkDatabase(config.value);
  return fits.ok ? ok(connect(config.value)) : fits;
}
