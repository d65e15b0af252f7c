/** `npm run bench`: raises a lab, runs one benchmark inside its network, removes everything. */
import { parseArgs } from "node:util";
import { build } from "@/scripts/bootstrap/build.mjs";
import { run, signalChildren } from "@/scripts/bootstrap/child.mjs";
import { panelNode, toolEnv } from "@/scripts/bootstrap/node.mjs";
import { task } from "@/scripts/bootstrap/progress.mjs";
import { runCommand, Stop } from "@/scripts/bootstrap/stop.mjs";
import { ensureK3s } from "@/scripts/practice/k3s";
import { ensureKwok } from "@/scripts/practice/kwok";
import {
  hostsProgram,
  labEnv,
  labName,
  raiseLab,
  razeAbandonedLabs,
  razeLab,
} from "@/scripts/practice/lab";
import { browserTools, ensureTools, labTools, whyNoLab } from "@/scripts/practice/tools";
import { ensureAnsible } from "./ansible";
import { BENCHES, type BenchName } from "./benches";
import { ensureLighthouse } from "./lighthouse";

const isBench = (name: string | undefined): name is BenchName =>
  name !== undefined && name in BENCHES;

/** Installs what a benchmark needs; answers the environment in which it finds that. */
const NEEDS: Readonly<Record<(typeof BENCHES)[BenchName]["needs"], () => Promise<object>>> = {
  ansible: async () => ({ ANSIBLE_FOLDER: await ensureAnsible() }),
  lighthouse: async () => {
    await ensureTools(browserTools);
    return { LIGHTHOUSE_FOLDER: await ensureLighthouse() };
  },
  kwok: async () => ({ KWOK: await ensureKwok() }),
  "kwok and a browser": async () => {
    await ensureTools(browserTools);
    return { KWOK: await ensureKwok() };
  },
  nothing: async () => ({}),
};

async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      runs: { type: "string", default: "" },
      rtt: { type: "string", default: "0" },
    },
  });
  const [name] = positionals;
  if (!isBench(name))
    throw new Stop(
      `There is no benchmark "${name ?? ""}".`,
      `Choose one: ${Object.keys(BENCHES).join(", ")}.`,
    );
  const reason = whyNoLab();
  if (reason !== undefined)
    throw new Stop(`Benchmarks cannot run here: ${reason}.`, "Run them as root on Linux.");
  await ensureTools(labTools);
  await ensureK3s();
  await build();
  const needed = await NEEDS[BENCHES[name].needs]();
  const lab = labName("bench");
  await razeAbandonedLabs();
  await raiseLab(lab);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => signalChildren("SIGTERM"));
  try {
    const args = ["--import", "tsx", "bench/inside.ts", name, values.runs, values.rtt];
    const env = {
      ...toolEnv(),
      ...labEnv(lab),
      ...needed,
      NODE_ENV: "production" as const,
    };
    const { code } = await run(hostsProgram, ["run", panelNode(), ...args], { env, show: true });
    process.exitCode = code;
  } finally {
    const exitCode = process.exitCode ?? 0;
    if (!values.json) await task("Removing the practice hosts", "", () => razeLab(lab));
    else await razeLab(lab);
    process.exitCode = exitCode;
  }
}

await runCommand(bench);
