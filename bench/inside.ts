/** The part of a benchmark that runs inside the lab's network. Arguments: name, runs, rtt in ms. */
import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { BENCHES, type BenchName } from "./benches";

const [name = "", runs = "", rtt = "0"] = process.argv.slice(2);
const bench = BENCHES[name as BenchName];
const { measure } = await bench.load();
const figures = await measure({ runs: Number(runs) || bench.runs, rttMs: Number(rtt) });
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const rounded = Object.fromEntries(
  Object.entries(figures).map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
);
console.log(JSON.stringify({ ...rounded, machine, commit }));
process.exit(0);
