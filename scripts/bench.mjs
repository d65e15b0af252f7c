// npm run bench -- <name> [--json] [--runs N] [--rtt MS]: measures the panel on practice hosts, beside its peer where there is
// one. Names: engine, noop, create, server, web, logs. Needs root on Linux. The last line is one JSON object.
import "./bootstrap/floor.mjs";

Promise.all([import("./bootstrap/stop.mjs"), import("./commands/bench.mjs")]).then(
  ([{ runCommand }, { bench }]) => runCommand(bench),
);
