// npm test: every check of the project, from a fresh clone: types, lint, unit, build, and as root on Linux the integration and
// browser tests on practice hosts (lab/). `npm test unit build` runs only those phases. Last line: "N passed, N failed".
import "./bootstrap/floor.mjs";

Promise.all([import("./bootstrap/stop.mjs"), import("./commands/test.mjs")]).then(
  ([{ runCommand }, { test }]) => runCommand(test),
);
