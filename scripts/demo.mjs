// npm run demo: the panel beside six bare practice hosts, to build a cluster in the browser with no hardware at all. Needs root
// on Linux; the first time it builds the hosts' Kubernetes (about ten minutes). PORT (3000) is where your browser finds it.
import "./bootstrap/floor.mjs";

Promise.all([import("./bootstrap/stop.mjs"), import("./commands/demo.mjs")]).then(
  ([{ runCommand }, { demo }]) => runCommand(demo),
);
