// npm run dev: the panel in development mode. Same preparation and same settings as npm start, but nothing is built
// beforehand: pages compile when opened, the server restarts when its sources change.
import "./bootstrap/floor.mjs";

Promise.all([import("./bootstrap/stop.mjs"), import("./commands/dev.mjs")]).then(
  ([{ runCommand }, { dev }]) => runCommand(dev),
);
