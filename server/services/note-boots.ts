import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { bootId } from "@/lib/provision/facts/boot-id";
import type { HostId } from "@/lib/provision/host";
import type { Operation } from "@/lib/schemas/operation";
import type { Container } from "@/server/container";
import type { JobHosts } from "@/server/jobs/job-hosts";

/**
 * Notes which boot each host runs that is to be rebooted. It is kept with the job: whatever happens to the panel
 * meanwhile, a host that runs another boot is never rebooted again by it.
 */
export async function noteBoots<O extends Operation>(
  { ssh }: Pick<Container, "ssh">,
  operation: O,
): Promise<Result<O>> {
  if (operation.kind !== "reboot" && operation.kind !== "prepare-host") return ok(operation);
  const hosts = ssh.forReading();
  try {
    const boots: Record<string, string> = {};
    const hostIds = [...new Set(operation.hostIds)];
    const told = await Promise.all(hostIds.map(async (id) => [id, await ask(hosts, id)] as const));
    for (const [id, boot] of told) {
      if (!boot.ok) return boot;
      boots[id] = boot.value;
    }
    return ok({ ...operation, hostIds, boots });
  } finally {
    await hosts.close();
  }
}

async function ask(hosts: JobHosts, id: string): Promise<Result<string>> {
  const asked = await hosts.hostFor(id as HostId).ask([bootId.command({})], { timeoutMs: 15_000 });
  if (!asked.ok) return fail(untouched(asked.problem));
  const [output] = asked.value;
  if (output === undefined) throw new Error("no output for the boot's id");
  return bootId.parse(output, {});
}

const untouched = (problem: Problem): Problem => ({
  ...problem,
  detail: `${problem.detail} No host was rebooted.`,
  remedies: [...problem.remedies, "Reboot the other hosts without this one."],
});
