/** A second run over the whole reference cluster: nothing to do, and proof from the hosts that nothing was done. */
import { bareHosts } from "@/lab/bare-hosts";
import { hostSnapshot } from "@/lab/host-snapshot";
import { startPanel } from "@/lab/panel";
import { draftReferenceCluster, jobEnd, REFERENCE_ROLES, startJob } from "@/lab/reference-cluster";
import type { PlanView } from "@/lib/schemas/plan-view";
import type { Figures, Setting } from "./benches";
import { median } from "./median";

const HOSTS = Object.keys(REFERENCE_ROLES);

/** seconds: median of job start to end · checks: facts asked · writes, restarts: seen on the hosts. */
export async function measure({ runs }: Setting): Promise<Figures> {
  await bareHosts();
  const panel = await startPanel({ port: 4301 });
  try {
    await panel.setUp();
    const { id } = await draftReferenceCluster(panel);
    const created = await jobEnd(panel, (await startJob(panel, id, { kind: "create" })).id);
    if (created.state !== "succeeded") throw new Error(`creating ended ${created.state}`);
    const plan = await panel.send<PlanView>("POST", `/clusters/${id}/plan`, {
      operation: { kind: "apply" },
    });
    const before = await Promise.all(HOSTS.map(hostSnapshot));
    const seconds: number[] = [];
    for (let i = 0; i < runs; i++) {
      const started = performance.now();
      const job = await jobEnd(panel, (await startJob(panel, id, { kind: "apply" })).id, 10);
      seconds.push((performance.now() - started) / 1000);
      if (job.state !== "succeeded" || job.counts.changed > 0)
        throw new Error("it was not in sync");
    }
    const after = await Promise.all(HOSTS.map(hostSnapshot));
    return {
      seconds: median(seconds),
      checks: plan.nodes.reduce((sum, node) => sum + node.facts.length, 0),
      ...differences(before.join("\n"), after.join("\n")),
    };
  } finally {
    await panel.remove();
  }
}

/** Lines of the snapshots that differ: files (written) and unit times (restarted). */
function differences(before: string, after: string) {
  const known = new Set(before.split("\n"));
  const changed = after.split("\n").filter((line) => !known.has(line));
  const restarts = changed.filter(
    (line) => line.includes("Timestamp") || line.includes("NRestarts"),
  );
  return { writes: changed.length - restarts.length, restarts: restarts.length };
}
