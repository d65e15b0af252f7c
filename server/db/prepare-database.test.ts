import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testConfig } from "@/server/testing/test-container";
import { type DatabaseFiles, prepareDatabase } from "./prepare-database";

let files: DatabaseFiles;
beforeEach(() => {
  const { databaseFile, backupsFolder, dataFolder, migrationsFolder } = testConfig();
  files = { databaseFile, backupsFolder, migrationsFolder: join(dataFolder, "migrations") };
  cpSync(migrationsFolder, files.migrationsFolder, { recursive: true });
});
afterEach(() => rmSync(join(files.databaseFile, ".."), { recursive: true, force: true }));

const addMigration = (name: string, sql: string) => {
  mkdirSync(join(files.migrationsFolder, name));
  writeFileSync(join(files.migrationsFolder, name, "migration.sql"), sql);
};
const sql = <T>(run: (db: Sqlite.Database) => T): T => {
  const db = new Sqlite(files.databaseFile);
  try {
    return run(db);
  } finally {
    db.close();
  }
};
const refusal = () => {
  const result = prepareDatabase(files);
  return result.ok ? null : result.problem;
};
const backups = () => readdirSync(files.backupsFolder).sort();

test("a new database gets every migration and needs no backup; a second start changes nothing", () => {
  const first = prepareDatabase(files);
  expect(first).toMatchObject({ ok: true, value: { backup: null } });
  expect(first.ok && first.value.applied.length).toBeGreaterThan(0);
  expect(prepareDatabase(files)).toEqual({ ok: true, value: { applied: [], backup: null } });
});

test("before a migration of a used database a sound copy is kept, of the state before", () => {
  prepareDatabase(files);
  sql((db) => db.exec(`INSERT INTO Setting VALUES ('mark', 'before')`));
  addMigration("29990101000000_change_mark", `UPDATE Setting SET value = 'after';`);
  const upgraded = prepareDatabase(files);
  expect(upgraded).toMatchObject({ value: { applied: ["29990101000000_change_mark"] } });
  expect(sql((db) => db.prepare("SELECT value FROM Setting").pluck().get())).toBe("after");
  const copy = new Sqlite(join(files.backupsFolder, backups()[0] ?? ""), { readonly: true });
  expect(copy.prepare("SELECT value FROM Setting").pluck().get()).toBe("before");
  expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
  copy.close();
});

test("of the backups the last five are kept, and files that are none of them are left alone", () => {
  prepareDatabase(files);
  mkdirSync(files.backupsFolder);
  writeFileSync(join(files.backupsFolder, "mine.txt"), "");
  for (let year = 2990; year < 2997; year += 1) {
    addMigration(`${year}0101000000_touch_mark`, `DELETE FROM Setting WHERE key = '${year}';`);
    expect(prepareDatabase(files).ok).toBe(true);
  }
  expect(backups().length).toBe(6);
  expect(backups()).toContain("mine.txt");
});

test("a migration that fails changes nothing, and the panel does not start on half of it", () => {
  prepareDatabase(files);
  addMigration(
    "29990101000000_break_all",
    `DROP TABLE "AuditEntry"; INSERT INTO nowhere VALUES (1);`,
  );
  expect(() => prepareDatabase(files)).toThrow("nowhere");
  expect(sql((db) => db.prepare("SELECT count(*) FROM AuditEntry").pluck().get())).toBe(0);
});

test("a database of a newer panel is refused, untouched, naming what is not known", () => {
  addMigration("29990101000000_add_future", `CREATE TABLE Future (id TEXT);`);
  prepareDatabase(files);
  const before = readFileSync(files.databaseFile);
  rmSync(join(files.migrationsFolder, "29990101000000_add_future"), { recursive: true });
  expect(refusal()).toMatchObject({
    code: "panel.storage",
    detail: expect.stringContaining("written by a newer Gandalf"),
    remedies: [expect.stringContaining("newer version"), expect.stringContaining("backup")],
  });
  expect(readFileSync(files.databaseFile).equals(before)).toBe(true);
});

test("a migration that was edited after it was applied is refused", () => {
  prepareDatabase(files);
  const [name = ""] = readdirSync(files.migrationsFolder).sort();
  writeFileSync(join(files.migrationsFolder, name, "migration.sql"), "SELECT 1;");
  expect(refusal()?.detail).toContain(`The change "${name}"`);
});

test("a file that is no database, and a damaged one, are each one sentence with a remedy", () => {
  writeFileSync(files.databaseFile, "My shopping list. ".repeat(500));
  expect(refusal()?.detail).toBe(`${files.databaseFile} is not a database of the panel.`);

  rmSync(files.databaseFile);
  prepareDatabase(files);
  const bytes = readFileSync(files.databaseFile);
  bytes.fill(0xff, 4096, 4096 * 20); // every page but the first
  writeFileSync(files.databaseFile, bytes);
  expect(refusal()).toMatchObject({
    detail: `The database ${files.databaseFile} is damaged.`,
    remedies: [expect.stringContaining("backups"), expect.stringContaining("disk")],
  });
});

test("a database that another program has locked says so", () => {
  prepareDatabase(files);
  addMigration("29990101000000_touch_mark", `DELETE FROM Setting;`);
  const other = new Sqlite(files.databaseFile);
  other.exec("BEGIN EXCLUSIVE");
  expect(refusal()?.detail).toContain("locked by another program");
  other.close();
});
