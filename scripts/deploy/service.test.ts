import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "@/scripts/bootstrap/root.mjs";

const folder = mkdtempSync(join(tmpdir(), "unit-"));
const unit = join(folder, "gandalf.service");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// systemd checks that the program exists, which in /opt it does not here.
const text = readFileSync(join(root, "deploy/gandalf.service"), "utf8");
writeFileSync(unit, text.replace("/opt/gandalf/node_modules/.bin/node", process.execPath));

const analyze = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync("systemd-analyze", [...args, unit], {
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
};
const withSystemd = test.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0);

withSystemd("systemd finds nothing to say about the service", () => {
  expect(analyze("verify", "--man=no")).toEqual({ status: 0, output: "" });
});

withSystemd("systemd rates the service's exposure below 1.5 of 10", () => {
  const { status, output } = analyze("security", "--offline=true", "--threshold=15", "--no-pager");
  expect({
    status,
    verdict: output.split("\n").find((line) => line.includes("Overall")),
  }).toMatchObject({ status: 0 });
});

test("the service may write its own data folder and is told where it is", () => {
  expect(text).toContain("StateDirectory=gandalf\n");
  expect(text).toContain("GANDALF_DATA=/var/lib/gandalf\n");
  expect(text).toContain("ProtectSystem=strict\n");
});
