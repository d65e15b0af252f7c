/** The reference cluster's hosts and settings, for tests and benchmarks that drive a panel. */
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterSpecInput } from "@/lib/schemas/cluster-spec";
import type { JobAnswer, JobRow } from "@/lib/schemas/job";
import type { JobView } from "@/lib/schemas/job-view";
import type { Operation } from "@/lib/schemas/operation";
import type { Role } from "@/lib/schemas/role";
import { LAB_PASSWORD, labHosts } from "./lab";
import type { Panel } from "./panel";

/** Host names of the reference cluster and what each is for, in starting order. */
export const REFERENCE_ROLES: Readonly<Record<string, Role>> = {
  lb: "load-balancer",
  db: "datastore",
  master1: "server",
  master2: "server",
  worker1: "agent",
  worker2: "agent",
};

interface Probe {
  readonly fingerprint: string;
  readonly hostKeyType: string;
}

/** Adds a practice host as a person would: look at its key, confirm it, type the password once. */
export async function addLabHost(panel: Panel, name: string): Promise<string> {
  const target = { address: labHosts()[name] ?? "", port: 22, user: "pi" };
  const { probes } = await panel.send<{ probes: Probe[] }>("POST", "/hosts/probe", {
    targets: [target],
  });
  const probe = probes[0];
  if (probe === undefined) throw new Error(`no probe of ${name}`);
  const { host } = await panel.send<{ host: { id: string } }>("POST", "/hosts", {
    ...target,
    fingerprint: probe.fingerprint,
    hostKeyType: probe.hostKeyType,
    access: { kind: "password", password: LAB_PASSWORD },
  });
  return host.id;
}

/** Adds the six hosts and stores the reference cluster as a draft. */
export async function draftReferenceCluster(panel: Panel): Promise<ClusterRow> {
  const names = Object.keys(REFERENCE_ROLES);
  const ids = await Promise.all(names.map((name) => addLabHost(panel, name)));
  const { bundles } = await panel.get<{ bundles: { id: string; version: string }[] }>(
    "/artifacts/bundles",
  );
  const bundle = bundles[0];
  if (bundle === undefined) throw new Error("the lab's k3s is not built");
  const spec: ClusterSpecInput = {
    name: "gandalf",
    topology: "ha-external-database",
    k3sVersion: bundle.version,
    source: { kind: "bundle", bundleId: bundle.id },
    members: names.map((name, i) => ({
      hostId: ids[i] ?? "",
      role: REFERENCE_ROLES[name] ?? "agent",
    })),
    apiAddress: labHosts()["lb"] ?? "",
  };
  const { cluster } = await panel.send<{ cluster: ClusterRow }>("POST", "/clusters", spec);
  return cluster;
}

/** Starts a job on the cluster. */
export async function startJob(
  panel: Panel,
  clusterId: string,
  operation: Operation,
): Promise<JobRow> {
  const path = `/clusters/${clusterId}/jobs`;
  const { job } = await panel.send<{ job: JobRow }>("POST", path, { operation });
  return job;
}

/** Longest that any job on practice hosts may take on a busy machine. */
const JOB_TIMEOUT_MS = 480_000;

/** Waits until the job has ended and answers it. One that hangs is told with what it was doing. */
export async function jobEnd(panel: Panel, jobId: string, everyMs = 100): Promise<JobRow> {
  const giveUpAt = Date.now() + JOB_TIMEOUT_MS;
  for (;;) {
    const { job, view } = await panel.get<JobAnswer>(`/jobs/${jobId}`);
    if (job.state !== "queued" && job.state !== "running") return job;
    if (Date.now() > giveUpAt) throw new Error(`job ${job.number} hangs:\n${busyWith(view)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

const busyWith = (view: JobView) =>
  Object.values(view.nodes)
    .filter((node) => node.state !== "changed" && node.state !== "in-sync")
    .map((node) => `${node.id} ${node.state} ${node.note ?? ""} ${node.problem?.detail ?? ""}`)
    .join("\n");
