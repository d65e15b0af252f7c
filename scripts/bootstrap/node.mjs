// @ts-check
// Which Node runs the panel: the one that npm installed into node_modules (Linux with glibc), else this one if new enough.
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { root } from "./root.mjs";
import { Stop } from "./stop.mjs";

/** Lowest Node that the panel runs on, for example "22.19". Source: package.json, "engines". */
export const floor = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
).engines.node.replace(">=", "");

/** Whether a is the same as b or newer; both like "24.1.0". @param {string} a @param {string} b */
export function atLeast(a, b) {
  const [left, right] = [a, b].map((version) => version.replace(/^v/, "").split(".").map(Number));
  const at = right?.findIndex((part, i) => part !== (left?.[i] ?? 0)) ?? -1;
  return at < 0 || (left?.[at] ?? 0) > (right?.[at] ?? 0);
}

/** Whether npm brings a Node along for this machine (the node-linux-* packages need Linux and glibc). */
export function comesWithNode() {
  const { glibcVersionRuntime } = /** @type {any} */ (process.report.getReport()).header;
  return (
    process.platform === "linux" &&
    ["x64", "arm64"].includes(process.arch) &&
    Boolean(glibcVersionRuntime)
  );
}

/** The installed Node's path, or undefined. */
export function bundledNode() {
  const path = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  return existsSync(path) ? path : undefined;
}

/** Stops unless this machine has, or npm will bring, a Node that is new enough. */
export function checkNode() {
  if (bundledNode() || atLeast(process.versions.node, floor) || comesWithNode()) return;
  throw new Stop(
    `The panel needs Node ${floor} or newer, and this is ${process.version}.`,
    "Install Node 24 from nodejs.org or with your version manager (for example: nvm install 24), then run the same command again.",
  );
}

/** Path of the Node that runs the panel. */
export function panelNode() {
  const bundled = bundledNode();
  if (bundled) return bundled;
  if (atLeast(process.versions.node, floor)) return process.execPath;
  throw new Stop(
    `The panel needs Node ${floor} or newer; this is ${process.version}, and npm left out the Node it should have installed.`,
    "Run `npm ci --include=optional`, or install Node 24, then run the same command again.",
  );
}

/** Environment in which the project's own tools are found first, run on the panel's Node, and call nobody. */
export function toolEnv() {
  const path = [dirname(panelNode()), join(root, "node_modules/.bin"), process.env.PATH].join(
    delimiter,
  );
  return {
    ...process.env,
    PATH: path,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1", // Next would ask the registry about its compiler's other platforms
    CHECKPOINT_DISABLE: "1", // Prisma's update check
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
}
