// @ts-check
// Makes node_modules agree with package-lock.json, by `npm ci`, only when it does not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.mjs";
import { bundledNode, comesWithNode } from "./node.mjs";
import { task } from "./progress.mjs";
import { root } from "./root.mjs";
import { Stop } from "./stop.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/** What npm recorded when it last finished, or nothing. @param {string} file @returns {Packages | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether every package that the lock file asks for is there in its version. An optional one may be absent
 * (it is for another platform), but not in another version.
 * @param {Packages} wanted @param {Packages | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const have = installed[path];
    return have ? have.version === version : Boolean(optional);
  });
}

/** Installs the packages when they are missing or differ from the lock file. */
export async function ensurePackages() {
  const wanted = readPackages("package-lock.json");
  if (!wanted)
    throw new Stop(
      "package-lock.json is missing or not readable.",
      "Get it back with: git checkout package-lock.json",
    );
  // Source: npm docs, package-lock.json, "Hidden Lockfiles": written when an installation has ended well.
  const complete = isInstalled(wanted, readPackages("node_modules/.package-lock.json"));
  if (complete && (bundledNode() || !comesWithNode())) return;
  await task("Installing packages", "20 s to 2 min the first time", npmCi);
}

/** @param {(text: string) => void} note */
async function npmCi(note) {
  // No package's own install script runs: none is needed, and none should be trusted to. What the cache knows is not asked
  // again (the lock file has every package's hash), and without a network the answer comes in seconds, not minutes.
  const scope = [
    "--ignore-scripts",
    "--include=optional",
    "--include=dev",
    "--no-audit",
    "--no-fund",
  ];
  const network = [
    "--prefer-offline",
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
  ];
  const args = ["ci", ...scope, ...network];
  const { code, output } = await run("npm", args, { onLine: note });
  if (code === 0) return;
  throw explain(code, output);
}

/** @type {[RegExp, string, string][]} npm's error codes, what they mean here, and the remedy. Source: npm docs, "Common errors". */
const CAUSES = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    "npm cannot reach its package registry, which is needed once to install the panel.",
    "Check this machine's internet connection or proxy (`npm ping` must answer), then run the same command again.",
  ],
  [
    /\bENOSPC\b/,
    "The disk is full.",
    "Free about 1.5 GB where the project lies, then run the same command again.",
  ],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    `npm may not write to ${root}/node_modules.`,
    "Make the project's folder yours (an earlier run as root may have made it root's), then run the same command again.",
  ],
  [
    /\bEUSAGE\b/,
    "package.json and package-lock.json do not agree.",
    "Get both back with `git checkout package.json package-lock.json`, or after a change of your own run `npm install`.",
  ],
  [
    /\bEINTEGRITY\b/,
    "A downloaded package is not the one the lock file names.",
    "Run `npm cache clean --force`, then the same command again; if it stays, a proxy changes your downloads.",
  ],
];

/** @param {number} code @param {string} output */
export function explain(code, output) {
  if (code === 127)
    return new Stop(
      "npm is not installed or not on PATH.",
      "Install npm (it comes with Node from nodejs.org; on Debian: apt-get install npm), then run the same command again.",
    );
  const [, sentence, remedy] = CAUSES.find(([pattern]) => pattern.test(output)) ?? [
    null,
    `npm ci failed with exit code ${code}.`,
    "Read npm's words above.",
  ];
  return new Stop(sentence, remedy, output);
}
