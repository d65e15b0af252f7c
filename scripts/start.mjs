// npm start: the panel, in production mode, from a fresh clone or a used one. Installs, builds and migrates what is
// missing, then becomes the server. Needs Node 18 or newer to begin with; on Linux (x64, arm64) npm brings Node 24.
// PORT (3000), HOST (127.0.0.1) and GANDALF_DATA (./data) are read by the server: see docs or `server/`.
import "./bootstrap/floor.mjs";

Promise.all([import("./bootstrap/stop.mjs"), import("./commands/start.mjs")]).then(
  ([{ runCommand }, { start }]) => runCommand(start),
);
