// @ts-check
import { become } from "../bootstrap/child.mjs";
import { ensurePackages } from "../bootstrap/install.mjs";
import { checkNode, panelNode, toolEnv } from "../bootstrap/node.mjs";

/** `npm test`: installs, then becomes the suite. */
export async function test() {
  checkNode();
  await ensurePackages();
  await become(
    panelNode(),
    ["--import", "tsx", "scripts/suite/main.ts", ...process.argv.slice(2)],
    toolEnv(),
  );
}
