import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimDataFolder } from "./db/data-folder";

const ROOT = join(import.meta.dirname, "..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gandalf-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the real server as a process of its own, where it is expected to give up. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/index.ts"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", GANDALF_DATA: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  const said = await text(child.stderr);
  const [code] = await exited;
  return { code: code as unknown, said };
}

const whatStops: [string, () => { env?: Record<string, string>; end?: () => void }, string][] = [
  ["a wrong setting", () => ({ env: { PORT: "abc" } }), `The setting PORT is "abc"`],
  [
    "a file in the data folder's place",
    () => {
      writeFileSync(join(folder, "file"), "");
      return { env: { GANDALF_DATA: join(folder, "file") } };
    },
    "is not a folder",
  ],
  [
    "another panel on the same data",
    () => {
      const claimed = claimDataFolder(folder);
      return claimed.ok ? { end: () => claimed.value.release() } : {};
    },
    "Another Gandalf already uses the data folder",
  ],
  [
    "a database that is none",
    () => {
      writeFileSync(join(folder, "gandalf.db"), "My shopping list. ".repeat(500));
      return {};
    },
    "is not a database of the panel",
  ],
];

test.each(whatStops)(
  "%s ends the start with a sentence, a remedy and no stack",
  async (_, prepare, sentence) => {
    const { env = {}, end } = prepare();
    const { code, said } = await start(env);
    end?.();
    expect(said).toContain(sentence);
    expect(said).toMatch(/\n {2}\S/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  },
  30_000,
);
