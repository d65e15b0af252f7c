import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Fact } from "@/lib/provision/fact";
import { apiSafe } from "@/lib/provision/facts/api-safe";
import { artifactState } from "@/lib/provision/facts/artifact-stamp";
import { fileDigest } from "@/lib/provision/facts/file-digest";
import { fileState } from "@/lib/provision/facts/file-state";
import { links } from "@/lib/provision/facts/links";
import { nodeBoot } from "@/lib/provision/facts/node-boot";
import { nodePods } from "@/lib/provision/facts/node-pods";
import { nodeRecords } from "@/lib/provision/facts/node-records";
import { packagesMatching } from "@/lib/provision/facts/package-patterns";
import { packagesState } from "@/lib/provision/facts/packages";
import { presence } from "@/lib/provision/facts/presence";
import { sysctlValues } from "@/lib/provision/facts/sysctl-values";
import { unitState } from "@/lib/provision/facts/unit-state";
import { unitUp } from "@/lib/provision/facts/unit-up";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { type Argv, toShell } from "@/lib/shell/argv";
import { kubectlScript } from "@/lib/provision/facts/kubectl";
import { enableUnit } from "./service-gap";
import { installPackages, purgePackages } from "./install-packages";
import { makeFolder } from "./make-folder";
import { removePaths } from "./remove-paths";

/** Not NUL, which no argument can hold, nor what no command line can (1 MB): the transport refuses both. */
const VALUES = HOSTILE.filter((value) => !value.includes("\0") && value.length < 100_000);

const command = <Args>(fact: Fact<Args, unknown>, args: (value: string) => Args) => ({
  name: fact.id,
  argv: (value: string) => fact.command(args(value)),
});

const FACTS = [
  command(fileState, (path) => ({ path })),
  command(fileDigest, (path) => ({ path })),
  command(links, (path) => ({ paths: [path, "/etc/hostname"] })),
  command(presence, (path) => ({ paths: [path, "/etc"] })),
  command(sysctlValues, (key) => ({ keys: [key, "kernel.ostype"] })),
  command(unitState, (value) => ({ unit: value, files: [value] })),
  command(unitUp, (unit) => ({ unit })),
  command(packagesState, (name) => ({ names: [name] })),
  command(packagesMatching, (pattern) => ({ patterns: [pattern] })),
  command(artifactState, (path) => ({ path, stamp: path, sizeBytes: 1 })),
  command(nodePods, (node) => ({ node })),
  command(nodeBoot, (node) => ({ node })),
  command(apiSafe, (apiAddress) => ({ apiAddress, others: [] })),
  command(nodeRecords, (node) => ({ node })),
];

const argvOf = (action: { kind: string; argv?: Argv }): Argv => action.argv ?? ["false"];
const ACTIONS = [
  { name: "install", argv: (value: string) => argvOf(installPackages([value], "old")) },
  { name: "purge", argv: (value: string) => argvOf(purgePackages([value])) },
  { name: "enable", argv: (value: string) => argvOf(enableUnit(value)) },
  { name: "make folder", argv: (value: string) => argvOf(makeFolder(`/${value}/x`)) },
  { name: "remove", argv: (value: string) => argvOf(removePaths([value])) },
  { name: "kubectl", argv: (value: string) => kubectlScript("k get node", value) },
];

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a line as a host would; nothing on this machine but what PATH names. */
const sh = (line: string) =>
  spawnSync("sh", ["-s"], { cwd: folder, input: line, encoding: "utf8", maxBuffer: 1 << 28 });

describe.each([...FACTS, ...ACTIONS])("$name", ({ argv }) => {
  it("has the same program whatever its values are", { timeout: 30_000 }, () => {
    const benign = argv("benign");
    for (const value of VALUES) {
      const hostile = argv(value);
      expect(hostile.length).toBe(benign.length);
      expect(hostile[0]).toBe(benign[0]);
      if (benign[0] === "sh") expect(hostile.slice(0, 4)).toEqual(benign.slice(0, 4));
    }
  });

  it("hands every value to its program as it is", { timeout: 30_000 }, () => {
    const sample = VALUES.filter((_, i) => i % 8 === 0);
    const lines = sample.map((value) => toShell(["printf", "%s\\0", ...argv(value).slice(1)]));
    const given = sample.flatMap((value) => argv(value).slice(1).map(String));
    // What leaves as UTF-8 comes back so: half a surrogate pair is U+FFFD on the wire already.
    const wire = given.map((text) => Buffer.from(text).toString());
    expect(sh(lines.join("\n")).stdout.split("\0").slice(0, -1)).toEqual(wire);
  });
});

describe.each(FACTS)("$name, run", ({ argv }) => {
  it("starts nothing that a value asks for", () => {
    const sample = VALUES.filter((_, i) => i % 211 === 0 || _.includes("touch canary)"));
    sh(
      sample
        .slice(0, 10)
        .map((value) => toShell(argv(value)))
        .join("\n"),
    );
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);
});
