import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFirstAdministrator } from "@/server/services/create-first-administrator";
import { type TestContainer, testContainer } from "@/server/testing/test-container";

const ROOT = join(import.meta.dirname, "../..");
const OLD = "correct horse battery";
const NEW = "violet kettle under snow";
const CALLER = { address: "192.0.2.1", userAgent: "test" };
const ADA = { name: "Ada", email: "ada@example.org", password: OLD };

let panel: TestContainer;
beforeEach(async () => {
  panel = await testContainer();
});
afterEach(() => panel[Symbol.asyncDispose]());

/** Runs the real program beside the panel, with words typed into a pipe. */
async function command(words: readonly string[], { typed = "", folder = "" } = {}) {
  const data = folder === "" ? panel.container.config.dataFolder : folder;
  const child = spawn(process.execPath, ["--import", "tsx", "server/index.ts", ...words], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", PORT: "3100", GANDALF_DATA: data },
  });
  child.stdin.end(typed);
  const exited = once(child, "exit");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { code: code as unknown, out, err };
}

async function addAda(): Promise<string> {
  const { name, email } = ADA;
  const passwordHash = await panel.container.passwords.hash(OLD);
  const data = { name, email, passwordHash, role: "administrator" };
  return (await panel.container.db.user.create({ data })).id;
}

const audited = async () =>
  (await panel.container.db.auditEntry.findMany({ where: { actor: "command line" } })).map(
    ({ action }) => action,
  );

test("a lost set-up link is replaced by one that works, once", async () => {
  const { code, out } = await command(["setup-link"]);
  expect(code).toBe(0);
  const token = /http:\/\/127\.0\.0\.1:3100\/setup#token=([\w-]{43})\n/.exec(out)?.[1] ?? "";
  const set = await createFirstAdministrator(panel.container, { ...ADA, token }, CALLER);
  expect(set.ok).toBe(true);
  const again = await command(["setup-link"]);
  expect(again).toMatchObject({ code: 1, out: "" });
  expect(again.err).toContain("already has an administrator, ada@example.org.");
  expect(again.err).toContain("npm run panel -- reset-password ada@example.org");
  expect(await audited()).toEqual(["panel.setup-link"]);
}, 60_000);

test("a forgotten password is replaced, and whoever was signed in is not any more", async () => {
  const { db, passwords, sessions, attempts } = panel.container;
  const id = await addAda();
  const token = await sessions.open(id, CALLER);
  for (let i = 0; i < 8; i += 1) await attempts.begin(ADA.email, "192.0.2.1");

  const { code, out } = await command(["reset-password", "Ada@Example.org"], { typed: `${NEW}\n` });
  expect(out).toBe("ada@example.org has a new password, and every session of it has ended.\n");
  expect(code).toBe(0);
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id } });
  expect(await passwords.matches(passwordHash, NEW)).toBe(true);
  expect(await sessions.find(token)).toBeNull();
  expect(await attempts.begin(ADA.email, "192.0.2.77")).toBe(0);
  expect(await audited()).toEqual(["password.reset"]);
}, 60_000);

const withTerminal = test.skipIf(spawnSync("script", ["--version"]).status !== 0);

withTerminal(
  "on a terminal the password is asked twice and never shown",
  async () => {
    await addAda();
    const program = `${process.execPath} --import tsx server/index.ts reset-password ${ADA.email}`;
    const child = spawn("script", ["-qefc", program, "/dev/null"], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: "production",
        GANDALF_DATA: panel.container.config.dataFolder,
      },
    });
    let shown = "";
    for await (const chunk of child.stdout) {
      shown += String(chunk);
      if (shown.endsWith("(it is not shown): ") || shown.endsWith("Once more: "))
        child.stdin.write(`${NEW}\r`);
    }
    expect(shown).toContain("ada@example.org has a new password");
    expect(shown).not.toContain(NEW);
  },
  60_000,
);

test.each([
  [
    "an account that is not there",
    "eve@example.org",
    NEW,
    "There is no account eve@example.org.\n  Accounts are: ada@example.org.",
  ],
  ["a short password", "ada@example.org", "short", "Use at least 12 characters"],
  ["one that is easy to guess", "ada@example.org", "Password2024!!", "easy to guess"],
])(
  "%s is refused and the old password stays",
  async (...row) => {
    const [, email, typed, sentence] = row;
    const { db, passwords } = panel.container;
    const id = await addAda();
    const { code, err } = await command(["reset-password", email], { typed });
    expect(err).toContain(sentence);
    expect(code).toBe(1);
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id } });
    expect(await passwords.matches(passwordHash, OLD)).toBe(true);
  },
  60_000,
);

test("an unknown command lists the commands, and a folder without a panel is named", async () => {
  const unknown = await command(["reboot"]);
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain('There is no command "reboot".');
  expect(unknown.err).toContain("reset-password <e-mail>");
  const elsewhere = await command(["setup-link"], { folder: "/nonexistent" });
  expect(elsewhere).toMatchObject({ code: 1, out: "" });
  expect(elsewhere.err).toContain("There is no panel's database in /nonexistent.");
}, 60_000);
