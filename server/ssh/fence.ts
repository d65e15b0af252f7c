import type { Problem } from "@/lib/core/problem";
import { HOST_PATHS } from "./host-paths";
import type { SshTarget } from "./target";

/** How long a mutation waits for a runner that is just taking the host over. */
const WAIT_S = 30;

/**
 * Shell text that lets a mutation begin only while `epoch` is still the host's own number. The shared lock
 * stays held (descriptor 9) until the script ends: a newer runner waits for the action that is under way,
 * and nothing of an older one starts after it. Refusal is the mark "fenced".
 */
export function fenceGuard(mark: string, epoch: number): string {
  const refuse = `{ printf '%s%s\\n' '${mark}' fenced; exit 75; }`;
  return [
    `[ -r ${HOST_PATHS.lock} ] && [ -r ${HOST_PATHS.epoch} ] || ${refuse}`,
    `exec 9<${HOST_PATHS.lock}`,
    `flock -s -w ${WAIT_S} 9 || ${refuse}`,
    `read -r e <${HOST_PATHS.epoch}; [ "$e" = ${epoch} ] || ${refuse}`,
  ].join("\n");
}

/** Another runner holds the host now; whatever was asked for was not done. */
export const fencedProblem = (target: SshTarget): Problem => ({
  code: "host.fenced",
  detail: `Another job took over ${target.hostName} in the meantime. Nothing was changed by this one.`,
  remedies: ["Look at the other job; start this one again when it has ended."],
  hostId: target.hostId,
});
