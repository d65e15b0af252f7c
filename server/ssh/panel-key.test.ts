import ssh2 from "ssh2";
import { expect, test } from "vitest";
import { reveal, secret, type Secret } from "@/lib/core/secret";
import { testContainer } from "@/server/testing/test-container";
import { type KeyVault, loadPanelKey, PANEL_KEY_NAME } from "./panel-key";

/** A vault of one entry in memory: a thousand keys need no disk. */
function memory(stored: Secret | null = null): KeyVault {
  let entry = stored;
  return {
    get: () => Promise.resolve(entry),
    put: (_name, value) => {
      entry = value;
      return Promise.resolve();
    },
  };
}

/** One of the keys, one in 256, that ssh2 makes but does not read. */
function unreadable(): Secret {
  for (;;) {
    const made = ssh2.utils.generateKeyPairSync("ed25519").private;
    if (ssh2.utils.parseKey(made) instanceof Error) return secret(made);
  }
}

test("every key that is made can be read back", { timeout: 30_000 }, async () => {
  for (let i = 0; i < 1500; i++)
    expect((await loadPanelKey(memory(), "pi")).publicLine).toMatch(
      /^ssh-ed25519 [A-Za-z0-9+/]{68} gandalf@pi$/,
    );
});

test("a stored key that cannot be read is replaced, once", { timeout: 30_000 }, async () => {
  const vault = memory(unreadable());
  const first = await loadPanelKey(vault, "pi");
  expect(reveal((await vault.get(PANEL_KEY_NAME)) ?? secret(""))).toBe(reveal(first.privateKey));
  expect(await loadPanelKey(vault, "pi")).toEqual(first);
});

test("six that need the key at once get the same one, and it is the one that stays", async () => {
  await using panel = await testContainer();
  const { ssh, vault } = panel.container;
  const keys = await Promise.all(Array.from({ length: 6 }, () => ssh.panelKey()));
  const lines = new Set(keys.map(({ publicLine }) => publicLine));
  expect([...lines]).toEqual([(await loadPanelKey(vault, keyComment(lines))).publicLine]);
});

const keyComment = (lines: ReadonlySet<string>) => [...lines][0]?.split("gandalf@")[1] ?? "";
