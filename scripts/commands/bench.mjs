// @ts-check
import { become } from "../bootstrap/child.mjs";
import { ensurePackages } from "../bootstrap/install.mjs";
import { checkNode, panelNode, toolEnv } from "../bootstrap/node.mjs";

/** `npm run bench`: installs, then becomes the benchmark. */
export async function bench() {
  checkNode();
  await ensurePackages();
  await become(
    panelNode(),
    ["--import", "tsx", "bench/main.ts", ...process.argv.slice(2)],
    toolEnv(),
  );
}
