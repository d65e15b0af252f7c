// @ts-check
// Bundles server/index.ts and what it imports of the project into one file; packages stay in node_modules.
// Usage: node scripts/bundle-server.mjs [outfile]   (default dist/server.js)
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { root } from "./bootstrap/root.mjs";

const outfile = resolve(root, process.argv[2] ?? "dist/server.js");
const COMPILER = "query-compiler.wasm";

/**
 * Prisma carries its query compiler as text of base64, which stays in memory twice for as long as the panel runs (4.4 MB).
 * Here it lies beside the bundle as bytes and is read when it is compiled. Buffer.from() of an object takes its valueOf().
 * @type {import("esbuild").Plugin}
 */
const compilerAsFile = {
  name: "compiler-as-file",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/query_compiler_.*\.wasm-base64\.mjs$/ }, ({ path }) => ({
      path: createRequire(join(root, "package.json")).resolve(path),
      namespace: "compiler",
    }));
    onLoad({ filter: /./, namespace: "compiler" }, ({ path }) => {
      const [, base64] = /"([^"]+)"/.exec(readFileSync(path, "utf8")) ?? [];
      if (base64 === undefined) throw new Error(`${path} has no text in quotes`);
      writeFileSync(join(dirname(outfile), COMPILER), Buffer.from(base64, "base64"));
      const contents = `import { readFileSync } from "node:fs";
        export const wasm = { valueOf: () => readFileSync(new URL("${COMPILER}", import.meta.url)) };`;
      return { contents };
    });
  },
};

mkdirSync(dirname(outfile), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ["server/index.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  packages: "external",
  sourcemap: "linked",
  logLevel: "warning",
  plugins: [compilerAsFile],
}).catch(() => process.exit(1)); // esbuild has said why
