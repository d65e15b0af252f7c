// @ts-check
import { join } from "node:path";
import { build } from "../bootstrap/build.mjs";
import { become } from "../bootstrap/child.mjs";
import { ensurePackages } from "../bootstrap/install.mjs";
import { checkNode, panelNode, toolEnv } from "../bootstrap/node.mjs";
import { panelEnv, panelFlags } from "../bootstrap/panel-process.mjs";
import { root } from "../bootstrap/root.mjs";

/** `npm start`: installs, builds, then becomes the panel. */
export async function start() {
  checkNode();
  await ensurePackages();
  await build();
  await become(panelNode(), [...panelFlags, join(root, "dist/server.js")], {
    ...panelEnv,
    ...toolEnv(),
    NODE_ENV: "production",
  });
}
