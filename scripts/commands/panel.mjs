// @ts-check
import { join } from "node:path";
import { bundleServer, generateClient } from "../bootstrap/build.mjs";
import { become } from "../bootstrap/child.mjs";
import { ensurePackages } from "../bootstrap/install.mjs";
import { checkNode, panelNode, toolEnv } from "../bootstrap/node.mjs";
import { root } from "../bootstrap/root.mjs";

/** `npm run panel`: becomes the server's bundle, told to run one command instead of serving. */
export async function panel() {
  checkNode();
  await ensurePackages();
  await generateClient();
  await bundleServer();
  const [name = "help", ...rest] = process.argv.slice(2);
  await become(panelNode(), [join(root, "dist/server.js"), name, ...rest], {
    ...toolEnv(),
    NODE_ENV: "production",
  });
}
