import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reveal, secret } from "@/lib/core/secret";
import { testContainer } from "@/server/testing/test-container";
import { loadKey } from "./key-file";
import { seal, unseal } from "./vault";

const MARKER = "marker-7d1f-secret";

test("what was put comes back, is replaced, and goes by prefix", async () => {
  await using panel = await testContainer();
  const { vault } = panel.container;
  await vault.put("host:a/sudo", secret("one"));
  await vault.put("host:a/sudo", secret("two ✓"));
  await vault.put("host:a/key", secret(""));
  await vault.put("host:ab/sudo", secret("three"));
  await vault.put("HOST:a/sudo", secret("four"));
  expect(reveal((await vault.get("host:a/sudo")) ?? secret("none"))).toBe("two ✓");
  expect(reveal((await vault.get("host:a/key")) ?? secret("none"))).toBe("");
  await vault.remove("host:a/");
  expect(await vault.get("host:a/sudo")).toBeNull();
  expect(await vault.get("host:ab/sudo")).not.toBeNull();
  expect(await vault.get("HOST:a/sudo")).not.toBeNull();
});

test("of several that need a secret at once, one makes it for all", async () => {
  await using panel = await testContainer();
  const { vault } = panel.container;
  let made = 0;
  const make = () => secret(`made-${(made += 1)}`);
  const got = await Promise.all(
    Array.from({ length: 6 }, () => vault.ensure("cluster/a/token", make)),
  );
  expect(new Set(got.map(reveal)).size).toBe(1);
  expect(reveal(await vault.ensure("cluster/a/token", make))).toBe(got.map(reveal)[0]);
});

test("a secret put in a transaction that fails was never there", async () => {
  await using panel = await testContainer();
  const { vault, db } = panel.container;
  await expect(
    db.$transaction(async (tx) => {
      await vault.put("host:a/sudo", secret(MARKER), tx);
      throw new Error("no host");
    }),
  ).rejects.toThrow("no host");
  expect(await vault.get("host:a/sudo")).toBeNull();
});

test("neither the database file nor its journal contains a secret or its base64", async () => {
  await using panel = await testContainer();
  const { vault, config } = panel.container;
  await vault.put("host:a/sudo", secret(MARKER));
  for (const file of [config.databaseFile, `${config.databaseFile}-wal`]) {
    const bytes = readFileSync(file).toString("latin1");
    expect(bytes).not.toContain(MARKER);
    expect(bytes).not.toContain(Buffer.from(MARKER).toString("base64").slice(0, 20));
  }
  expect(statSync(config.keyFile).mode & 0o777).toBe(0o600);
});

test("one changed bit, another name, another key: nothing opens", () => {
  const key = randomBytes(32);
  const sealed = seal(key, "a", secret(MARKER));
  expect(reveal(unseal(key, "a", sealed) ?? secret(""))).toBe(MARKER);
  for (let at = 0; at < sealed.length; at += 1) {
    const bent = Uint8Array.from(sealed);
    bent[at] = (bent[at] ?? 0) ^ 1;
    expect(unseal(key, "a", bent)).toBeNull();
  }
  expect(unseal(key, "b", sealed)).toBeNull();
  expect(unseal(randomBytes(32), "a", sealed)).toBeNull();
  expect(unseal(key, "a", sealed.subarray(0, 10))).toBeNull();
  expect(seal(key, "a", secret(MARKER))).not.toEqual(sealed);
});

test("entries that were swapped in the database are noticed", async () => {
  await using panel = await testContainer();
  const { vault, db } = panel.container;
  await vault.put("host:a/sudo", secret("harmless"));
  await vault.put("host:b/sudo", secret("powerful"));
  const { sealed } = await db.vaultEntry.findUniqueOrThrow({ where: { name: "host:b/sudo" } });
  await db.vaultEntry.update({ where: { name: "host:a/sudo" }, data: { sealed } });
  await expect(vault.get("host:a/sudo")).rejects.toThrow("changed outside the panel");
});

test("a key file that is missing or does not fit is one sentence, and no new key is made", async () => {
  await using panel = await testContainer();
  const { vault, db, config } = panel.container;
  await vault.put("host:a/sudo", secret(MARKER));
  const fits = await loadKey(config.keyFile, db);
  expect(fits.ok).toBe(true);

  writeFileSync(config.keyFile, `gandalf-key-1:${randomBytes(32).toString("base64")}`);
  const other = await loadKey(config.keyFile, db);
  expect(other.ok ? "" : other.problem.detail).toContain("does not fit");
  writeFileSync(config.keyFile, "rubbish");
  const rubbish = await loadKey(config.keyFile, db);
  expect(rubbish.ok ? "" : rubbish.problem.detail).toContain("does not fit");

  rmSync(config.keyFile);
  const missing = await loadKey(config.keyFile, db);
  expect(missing.ok ? "" : missing.problem.detail).toContain("is missing");
  expect(() => statSync(config.keyFile)).toThrow("ENOENT");
});

test("a key file that others may read is closed to them", async () => {
  await using panel = await testContainer();
  const { config, db } = panel.container;
  chmodSync(config.keyFile, 0o644);
  expect((await loadKey(config.keyFile, db)).ok).toBe(true);
  expect(statSync(config.keyFile).mode & 0o777).toBe(0o600);
});
