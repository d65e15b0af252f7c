import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { readableStack } from "./readable-stack";

const folder = mkdtempSync(join(tmpdir(), "gandalf-stack-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a stack of the bundle names the source's file and line", async () => {
  const outfile = join(folder, "bundle.mjs");
  const contents =
    "function burn() {\n  throw new Error('fire');\n}\ntry { burn(); } catch (error) { console.log(error.stack); }\n";
  await build({
    stdin: { contents, sourcefile: "wood.ts", resolveDir: folder },
    banner: { js: "// one line\n// and another\n// and a third" },
    outfile,
    bundle: true,
    format: "esm",
    sourcemap: "linked",
  });
  const { stdout } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  expect(stdout).toContain("bundle.mjs:");
  const readable = readableStack(stdout);
  expect(readable).toMatch(/^Error: fire\n {4}at burn \(\S*wood\.ts:2:9\)\n/);
  expect(readable).not.toContain("bundle.mjs");
});

test("places without a map, and text that only looks like one, stay as they are", () => {
  const stack = "Error: /a.js:1 is odd\n    at f (/nowhere/x.js:3:4)\n    at node:fs:448:20";
  expect(readableStack(stack)).toBe(stack);
});
