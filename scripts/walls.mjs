// @ts-check
// npm run lint, second half: who may import whom (dependency-cruiser.cjs). Fails when it saw too little,
// because a linter that looks at nothing is green.
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { root } from "./bootstrap/root.mjs";

const ROOMS = ["app", "components", "lib", "server"];
/** Of our own files; far below what there is, far above nothing. */
const LEAST_MODULES = 200;

process.chdir(root);
const options = await extractDepcruiseOptions("./dependency-cruiser.cjs");
const { output } = await cruise(ROOMS, options, undefined, {
  tsConfig: extractTSConfig("./tsconfig.json"),
});
if (typeof output === "string")
  throw new Error("dependency-cruiser answered text where data was asked for");

const ours = output.modules.filter(({ source }) => /^(app|components|lib|server)\//.test(source));
const edges = ours.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
for (const { from, to, rule } of output.summary.violations)
  console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`);

if (ours.length < LEAST_MODULES || edges < ours.length) {
  console.error(
    `Only ${ours.length} modules with ${edges} imports were seen: the walls were not looked at. Check the versions of typescript and dependency-cruiser.`,
  );
  process.exit(1);
}
if (output.summary.error > 0) {
  console.error(
    `${output.summary.error} imports go through a wall. What to do instead stands beside each rule in dependency-cruiser.cjs.`,
  );
  process.exit(1);
}
console.log(`Walls: ${ours.length} modules, ${edges} imports, none through a wall.`);
