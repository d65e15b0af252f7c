import { expect, test } from "vitest";
import { readConfig } from "./config";

const read = (env: Record<string, string>) => readConfig(env as NodeJS.ProcessEnv, "/opt/gandalf");

test("without settings the panel is for this machine only, with its data beside it", () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: {
      mode: "development",
      host: "127.0.0.1",
      port: 3000,
      databaseFile: "/opt/gandalf/data/gandalf.db",
      keyFile: "/opt/gandalf/data/gandalf.key",
      publicUrl: null,
      trustedProxies: [],
    },
  });
});

test("an empty setting is one that was left out", () => {
  expect(read({ PORT: "", GANDALF_PUBLIC_URL: "" })).toMatchObject({ value: { port: 3000 } });
});

test.each([
  ["PORT", "abc"],
  ["PORT", "70000"],
  ["GANDALF_PUBLIC_URL", "gandalf.example.org"],
  ["GANDALF_TRUSTED_PROXIES", "127.0.0.1, proxy.lan"],
  ["GANDALF_LOG", "loud"],
])("%s=%s is named, with an example", (setting, value) => {
  const result = read({ [setting]: value });
  expect(result.ok ? "" : result.problem.detail).toContain(setting);
  expect(result.ok ? "" : result.problem.remedies[0]).toContain(`${setting}=`);
});

test("proxies are addresses and networks", () => {
  const result = read({ GANDALF_TRUSTED_PROXIES: "127.0.0.1,10.0.0.0/8 ::1" });
  expect(result.ok && result.value.trustedProxies.length).toBe(3);
});
