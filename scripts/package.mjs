// @ts-check
// Makes dist/panel: the panel with only those files of its packages that it uses, to run anywhere with Node 24 as
// `node panel.mjs` (about 100 MB, against 1 GB of node_modules). The Dockerfile copies it. Needs an installed project.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./bootstrap/root.mjs";
import { toolEnv } from "./bootstrap/node.mjs";

const to = join(root, "dist/panel");

/** @param {string} program @param {string[]} args */
const tool = (program, ...args) =>
  execFileSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...toolEnv(), NODE_ENV: "production", NEXT_OUTPUT: "standalone" },
  });

/** Files that the server bundle needs besides Next, which brings its own. @returns {Promise<string[]>} relative to the project */
async function serverFiles() {
  const { nodeFileTrace } = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft");
  const ignore = ["node_modules/next/**", "node_modules/react/**", "node_modules/react-dom/**"];
  const { fileList } = await nodeFileTrace([join(root, "dist/server.js")], {
    base: root,
    processCwd: root,
    ignore,
  });
  return [...fileList];
}

/** @param {string} path relative to the project, copied to the same place */
function copy(path) {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  cpSync(join(root, path), join(to, path), { recursive: true, verbatimSymlinks: true });
}

tool("next", "build");
tool("node", "scripts/compress-pages.mjs");
tool("node", "scripts/bundle-server.mjs");
rmSync(to, { recursive: true, force: true });
cpSync(join(root, ".next/standalone"), to, { recursive: true, verbatimSymlinks: true });
rmSync(join(to, "server.js")); // Next's own server: ours takes its place
for (const path of [
  ".next/static",
  "public",
  "prisma/migrations",
  "dist/query-compiler.wasm",
  ...(await serverFiles()),
])
  copy(path);

// Source: next/dist/build/utils.js, writeStandaloneDirectory: how Next's own standalone server is told its settings.
const { config } = JSON.parse(readFileSync(join(root, ".next/required-server-files.json"), "utf8"));
writeFileSync(
  join(to, "panel.mjs"),
  `process.env.__NEXT_PRIVATE_STANDALONE_CONFIG ??= ${JSON.stringify(JSON.stringify(config))};\nawait import("./dist/server.js");\n`,
);
