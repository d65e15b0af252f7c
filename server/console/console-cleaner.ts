import type { Logger } from "pino";
import { endConsole } from "@/lib/console/sandbox";
import type { SshDoor } from "@/server/ssh/host-door";
import type { ConsoleLedger } from "./console-ledger";

const END_MS = 15_000;

interface Needs {
  readonly ledger: ConsoleLedger;
  readonly log: Logger;
  readonly ssh: Pick<SshDoor, "borrow">;
  /** Its own: they are taken away when they end. */
  readonly isRunning: (id: string) => boolean;
}

/** Takes consoles away from hosts, whatever became of whoever opened them. */
export interface ConsoleCleaner {
  /** Soon; the panel waits for it when it ends. */
  takeAway(id: string, hostId: string): void;
  /** Whatever an earlier panel left. */
  sweep(): Promise<void>;
  /** The same, soon. */
  sweepSoon(): void;
  settled(): Promise<void>;
}

/** Over the ledger: what could not be taken away stays in it, for the next start or console. */
export function createConsoleCleaner({ ledger, log, ssh, isRunning }: Needs): ConsoleCleaner {
  const ending = new Set<Promise<void>>();

  const clean = async (id: string, hostId: string): Promise<void> => {
    const borrowed = await ssh.borrow(hostId);
    if (!borrowed.ok) {
      // A host that is away is asked again; one that was removed from the inventory never is.
      if (borrowed.problem.code === "object.not-found") await ledger.remove(id);
      return;
    }
    const ended = await borrowed.value.host.run(endConsole(id), { timeoutMs: END_MS });
    borrowed.value.release();
    if (ended.ok && ended.value.exitCode === 0) await ledger.remove(id);
  };
  const inBackground = (work: Promise<void>) => {
    const watched = work.catch((error: unknown) =>
      log.error({ err: error }, "a console was left on a host"),
    );
    ending.add(watched);
    void watched.finally(() => ending.delete(watched));
  };
  const sweep = async () => {
    for (const { id, hostId } of await ledger.all()) if (!isRunning(id)) await clean(id, hostId);
  };
  return {
    sweep,
    takeAway: (id, hostId) => inBackground(clean(id, hostId)),
    sweepSoon: () => inBackground(sweep()),
    settled: async () => void (await Promise.all(ending)),
  };
}
