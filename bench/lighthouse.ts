/** Lighthouse at a pinned version, in a folder of its own: with 176 MB too large to come with every panel. */
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "@/scripts/bootstrap/child.mjs";
import { task } from "@/scripts/bootstrap/progress.mjs";
import { Stop } from "@/scripts/bootstrap/stop.mjs";

const VERSION = "13.5.0";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Pages behind a sign-in tell search engines to stay away; Lighthouse would have them found. */
const LEFT_OUT = ["is-crawlable"];

/** Installs it where it is missing (outside the repository); answers its folder. Needs npm's registry once. */
export async function ensureLighthouse(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, `gandalf-lighthouse-${VERSION}`);
  if (existsSync(join(folder, "node_modules/lighthouse/core/index.js"))) return folder;
  await task(`Installing Lighthouse ${VERSION}`, "about 10 s", async () => {
    mkdirSync(folder, { recursive: true });
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
    const args = ["install", ...quiet, `lighthouse@${VERSION}`];
    const { code, output } = await run("npm", args);
    if (code !== 0)
      throw new Stop("Lighthouse could not be installed.", "npm must be reachable.", output);
  });
  return folder;
}

interface Answer {
  readonly lhr: {
    readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  };
}

type Lighthouse = (url: string, flags: object, config: object) => Promise<Answer>;

/** The lowest of the four scores, 0–100, of a page in the browser that listens on `port`. */
export async function lighthouseScore(url: string, port: number): Promise<number> {
  const core = join(process.env.LIGHTHOUSE_FOLDER ?? "", "node_modules/lighthouse/core");
  const { default: lighthouse } = (await import(join(core, "index.js"))) as { default: Lighthouse };
  const desktop = (await import(join(core, "config/desktop-config.js"))) as { default: object };
  const flags = { port, onlyCategories: CATEGORIES, skipAudits: LEFT_OUT, logLevel: "error" };
  const keep = { disableStorageReset: true }; // the session
  const answer = await lighthouse(url, { ...flags, ...keep }, desktop.default);
  const scores = Object.entries(answer.lhr.categories).map(([name, { score }]) => {
    console.log(`  ${name}: ${Math.round((score ?? 0) * 100)}`);
    return (score ?? 0) * 100;
  });
  return Math.min(...scores);
}
