/** The reference cluster from bare hosts, ours and the playbook's in turn. */
import { bareHosts } from "@/lab/bare-hosts";
import { type Panel, startPanel } from "@/lab/panel";
import { draftReferenceCluster, jobEnd, startJob } from "@/lab/reference-cluster";
import type { JobAnswer } from "@/lib/schemas/job";
import { playbook } from "./ansible";
import type { Figures, Setting } from "./benches";
import { chainOf, latest, type Link, longest, secondsOfChain } from "./critical-chain";
import { median, timed } from "./median";

/** Shorter steps of the chain are not listed. */
const SHOWN_S = 0.1;

const GROUPS = {
  servers: ["master1", "master2"],
  agents: ["worker1", "worker2"],
  datastore: ["db"],
  balancer: ["lb"],
};

/** seconds: ours · chain_ratio: against its own longest chain of steps · ansible_ratio: against the playbook. */
export async function measure({ runs }: Setting): Promise<Figures> {
  const ours: number[] = [];
  const chains: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < runs; i++) {
    await bareHosts();
    const panel = await startPanel({ port: 4301 });
    try {
      await panel.setUp();
      const { id } = await draftReferenceCluster(panel);
      const run = await create(panel, id);
      ours.push(run.seconds);
      chains.push(run.chainSeconds);
    } finally {
      await panel.remove();
    }
    await bareHosts();
    theirs.push(await timed(() => playbook("cluster.yml", GROUPS)));
  }
  const seconds = median(ours);
  return {
    seconds,
    chain_ratio: seconds / median(chains),
    ansible_ratio: seconds / median(theirs),
    peer_s: median(theirs),
  };
}

async function create(panel: Panel, clusterId: string) {
  const startMs = Date.now();
  const job = await jobEnd(panel, (await startJob(panel, clusterId, { kind: "create" })).id, 50);
  const seconds = (Date.now() - startMs) / 1000;
  if (job.state !== "succeeded") throw new Error(`creating ended ${job.state}`);
  const { view } = await panel.get<JobAnswer>(`/jobs/${job.id}`);
  const nodes = Object.values(view.nodes);
  show(chainOf(nodes, startMs, latest));
  return { seconds, chainSeconds: secondsOfChain(chainOf(nodes, startMs, longest)) };
}

/** What the job waited for. */
function show(chain: readonly Link[]): void {
  console.log("  waited    took  step");
  for (const { id, seconds, waitedSeconds } of chain)
    if (seconds + waitedSeconds >= SHOWN_S)
      console.log(`${inS(waitedSeconds)}${inS(seconds)}  ${id}`);
}

const inS = (seconds: number) => seconds.toFixed(1).padStart(8);
