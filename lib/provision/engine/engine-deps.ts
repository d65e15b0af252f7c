import type { Clock } from "@/lib/core/clock";
import type { Result } from "@/lib/core/result";
import type { HostId, HostTransport } from "@/lib/provision/host";
import type { NodeId } from "@/lib/provision/plan/plan";
import type { JobEventBody } from "@/lib/schemas/job-event";

/** Which step asks, and where it is told what goes on meanwhile. */
export interface Consultation {
  readonly hostId: HostId;
  readonly hostName: string;
  readonly say: (line: string) => void;
  readonly progress: (note: string) => void;
  readonly signal: AbortSignal;
}

/** What the engine needs from the world. */
export interface EngineDeps {
  hostFor(id: HostId): HostTransport;
  emit(event: JobEventBody): void;
  readonly clock: Clock;
  /** Most nodes in flight at once, across all hosts. */
  readonly concurrency: number;
  /** Aborted by Cancel: nothing new starts but what takes back, waits end, running commands finish. */
  readonly signal: AbortSignal;
  /** Aborted when this runner must let go at once (another has the job, or the panel stops): nothing starts at all. */
  readonly abandoned: AbortSignal;
  /** Nodes an operator chose to skip, with the reason. Ignored where a step is not skippable. */
  readonly skips: ReadonlyMap<NodeId, string>;
  /** Answers a plan's `consult` actions. Missing where no plan has any. */
  readonly consult?: (task: string, asker: Consultation) => Promise<Result<void>>;
  /** Distinguishes this job's transient units on the hosts: [a-z0-9-], at most 24 characters. */
  readonly unitPrefix: string;
}
