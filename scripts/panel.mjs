// npm run panel -- <command>: what can be done to a panel from its own machine, also while it runs: a new set-up link, a new
// password for an account. GANDALF_DATA names its data folder (./data). Without a command it lists them.
import "./bootstrap/floor.mjs";

Promise.all([import("./bootstrap/stop.mjs"), import("./commands/panel.mjs")]).then(
  ([{ runCommand }, { panel }]) => runCommand(panel),
);
