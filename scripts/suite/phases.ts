/** The phases of `npm test`, in order: what each runs and how it is counted. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildPages, bundleServer } from "@/scripts/bootstrap/build.mjs";
import { run } from "@/scripts/bootstrap/child.mjs";
import { toolEnv } from "@/scripts/bootstrap/node.mjs";
import { say } from "@/scripts/bootstrap/progress.mjs";
import { describeStop, Stop } from "@/scripts/bootstrap/stop.mjs";
import { hostsProgram, labEnv } from "@/scripts/practice/lab";
import { browserTools, labTools, type Tool } from "@/scripts/practice/tools";
import { type Counts, countPlaywright, countVitest, judge } from "@/scripts/suite/counts";

/** What a phase may use: a folder for its report and, where it asked for one, its own lab. */
export interface Workplace {
  reports: string;
  lab: string;
}

/** One phase; `lab` says whether it runs inside the network of six bare practice hosts of its own. */
export interface Phase {
  name: string;
  lab: boolean;
  /** What this machine must have for it. */
  tools: readonly Tool[];
  run: (place: Workplace) => Promise<Counts>;
}

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

/** A script of package.json that says yes or no: one test. Its words are shown only when it fails. */
const check = (name: string): Phase => ({
  name,
  lab: false,
  tools: [],
  run: async () => {
    const { code, output } = await run("npm", ["run", "--silent", name], { env: toolEnv() });
    if (code !== 0) say(output.trimEnd());
    return code === 0 ? PASSED : FAILED;
  },
});

/** A production build: later phases run it. */
const build: Phase = {
  name: "build",
  lab: false,
  tools: [],
  run: async () => {
    try {
      await buildPages();
      await bundleServer();
      return PASSED;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      say(describeStop(error));
      return FAILED;
    }
  },
};

interface Runner {
  command: readonly [string, ...string[]];
  /** Empty: it needs no practice hosts. */
  tools: readonly Tool[];
  /** Settings that make the runner write its JSON report to this file. */
  report: (file: string) => { args: string[]; env: Readonly<Record<string, string>> };
  count: (report: unknown) => Counts;
}

const vitest = (tools: readonly Tool[], ...projects: string[]): Runner => ({
  command: ["vitest", "run", ...projects.flatMap((project) => ["--project", project])],
  tools,
  report: (file) => ({
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    env: {},
  }),
  count: countVitest,
});

const playwright: Runner = {
  command: ["playwright", "test"],
  tools: [...labTools, ...browserTools],
  report: (file) => ({
    args: ["--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  }),
  count: countPlaywright,
};

function suite(name: string, { command, tools, report, count }: Runner): Phase {
  const lab = tools.length > 0;
  const runSuite = async ({ reports, lab: labName }: Workplace) => {
    const file = join(reports, `${name}.json`);
    const { args, env: reportEnv } = report(file);
    const line = [...command, ...args];
    const [program = "", ...rest] = lab ? [hostsProgram, "run", ...line] : line;
    const { code } = await run(program, rest, {
      env: { ...toolEnv(), ...reportEnv, ...labEnv(labName) },
      show: true,
    });
    return judge(readCounts(file, count), code);
  };
  return { name, lab, tools, run: runSuite };
}

function readCounts(file: string, count: (report: unknown) => Counts): Counts {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    say(`No usable report: ${String(error)}`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Quick ones first, so that a plain mistake shows early. */
export const phases: readonly Phase[] = [
  check("typecheck"),
  check("lint"),
  suite("unit", vitest([], "unit", "browser")),
  build,
  suite("integration", vitest(labTools, "integration")),
  suite("e2e", playwright),
];
