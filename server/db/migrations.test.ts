import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMigrations } from "./migrations";

const ROOT = join(import.meta.dirname, "../..");

test("the migrations make exactly what the schema says", () => {
  const folder = mkdtempSync(join(tmpdir(), "gandalf-test-"));
  // Prisma's own comparison; it exits with 2 when they differ.
  const compare = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma"];
  const cli = join(ROOT, "node_modules/prisma/build/index.js");
  const { stdout, status } = spawnSync(
    process.execPath,
    [cli, "migrate", "diff", ...compare, "--exit-code"],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: `file:${join(folder, "shadow.db")}` },
    },
  );
  rmSync(folder, { recursive: true });
  expect(stdout).toContain("No difference detected");
  expect(status).toBe(0);
}, 30_000);

test("migrations are named <time>_<verb_noun>", () => {
  for (const { name } of readMigrations(join(ROOT, "prisma/migrations")))
    expect(name).toMatch(/^\d{14}_[a-z]+(_[a-z0-9]+)+$/);
});
