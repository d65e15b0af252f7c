// @ts-check
// Bundles server/index.ts and what it imports of the project into one file; packages stay in node_modules.
// Usage: node scripts/bundle-server.mjs [outfile]   (default dist/server.js)
import { build } from "esbuild";
import { root } from "./bootstrap/root.mjs";

await build({
  absWorkingDir: root,
  entryPoints: ["server/index.ts"],
  outfile: process.argv[2] ?? "dist/server.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  packages: "external",
  sourcemap: "linked",
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said why
