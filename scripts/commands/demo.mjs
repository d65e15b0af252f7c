// @ts-check
import { become } from "../bootstrap/child.mjs";
import { ensurePackages } from "../bootstrap/install.mjs";
import { checkNode, panelNode, toolEnv } from "../bootstrap/node.mjs";

/** `npm run demo`: installs, then becomes the demo. */
export async function demo() {
  checkNode();
  await ensurePackages();
  await become(panelNode(), ["--import", "tsx", "scripts/demo/main.ts"], toolEnv());
}
