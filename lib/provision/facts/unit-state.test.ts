import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { systemdTimeMs, unitState } from "./unit-state";
import { unitUp } from "./unit-up";

const args = { unit: "k3s.service", files: ["/etc/rancher/k3s/config.yaml"] };
const show = (changes: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    NRestarts: "0",
    ExecMainStartTimestamp: "Mon 2026-11-23 11:00:28.196130 UTC",
    LoadState: "loaded",
    ActiveState: "active",
    SubState: "running",
    StateChangeTimestamp: "Mon 2026-11-23 11:00:31.203734 UTC",
    UnitFileState: "enabled",
    NeedDaemonReload: "no",
    ...changes,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join("");

it("sets a service against its newest file", () => {
  const stdout = `${show()}file=1795431628.500000\nfile=1795431600.000000\n`;
  expect(unitState.parse(output(stdout), args)).toEqual({
    ok: true,
    value: {
      activeState: "active",
      subState: "running",
      enabled: true,
      needsReload: false,
      restarts: 0,
      startedAtMs: Date.parse("2026-11-23T11:00:28Z") + 196.13,
      changedAtMs: Date.parse("2026-11-23T11:00:31Z") + 203.734,
      filesAtMs: 1795431628500,
    },
  });
});

it("knows neither a start nor a file that never was", () => {
  const stdout = show({
    ExecMainStartTimestamp: "",
    StateChangeTimestamp: "n/a",
    ActiveState: "inactive",
  });
  expect(unitState.parse(output(stdout), args)).toMatchObject({
    value: { startedAtMs: null, changedAtMs: null, filesAtMs: null },
  });
});

it("says null for a unit that systemd does not know", () => {
  expect(unitState.parse(output(show({ LoadState: "not-found" })), args)).toEqual({
    ok: true,
    value: null,
  });
});

it("reports a host without systemd", () => {
  expect(unitState.parse(output("", 127, "sh: systemctl: not found"), args).ok).toBe(false);
});

it("counts a time in whole seconds as the end of that second", () => {
  expect(systemdTimeMs("Mon 2026-11-23 11:00:28 UTC")).toBe(Date.parse("2026-11-23T11:00:28.999Z"));
});

it("waits for a start, and gives up after many with the last error as the reason", () => {
  const unit = { unit: "k3s.service" };
  const state = (text: string) => unitUp.parse(output(text), unit);
  expect(state("ActiveState=active\nSubState=running\nNRestarts=1\n")).toMatchObject({
    value: { state: "done" },
  });
  expect(state("ActiveState=activating\nSubState=start\nNRestarts=0\n")).toMatchObject({
    value: { state: "waiting", note: "k3s.service is activating (start)" },
  });
  const journal =
    '--journal\nlevel=info msg="x"\nlevel=fatal msg="no space left"\nMain process exited\n';
  expect(
    state(`ActiveState=activating\nSubState=auto-restart\nNRestarts=2\n${journal}`),
  ).toMatchObject({
    value: { state: "waiting", note: expect.stringContaining("no space left") as string },
  });
  expect(state(`ActiveState=activating\nNRestarts=5\nResult=exit-code\n${journal}`)).toMatchObject({
    value: {
      state: "failed",
      note: expect.stringContaining('result "exit-code"; its last error: level=fatal') as string,
    },
  });
  expect(state("ActiveState=failed\nNRestarts=0\nResult=timeout\n")).toMatchObject({
    value: { state: "failed" },
  });
});
