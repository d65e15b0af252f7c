// @ts-check
import { join } from "node:path";
import { generateClient } from "../bootstrap/build.mjs";
import { become } from "../bootstrap/child.mjs";
import { ensurePackages } from "../bootstrap/install.mjs";
import { checkNode, panelNode, toolEnv } from "../bootstrap/node.mjs";
import { root } from "../bootstrap/root.mjs";

/** `npm run dev`: the server restarts when its sources change; pages reload by themselves. */
export async function dev() {
  checkNode();
  await ensurePackages();
  await generateClient();
  const watch = [
    "watch",
    "--clear-screen=false",
    "--ignore",
    ".next",
    "--ignore",
    "app",
    "--ignore",
    "components",
  ];
  await become(
    panelNode(),
    [join(root, "node_modules/tsx/dist/cli.mjs"), ...watch, "server/index.ts"],
    { ...toolEnv(), NODE_ENV: "development" },
  );
}
