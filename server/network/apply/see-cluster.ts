import type { Result } from "@/lib/core/result";
import type { FactRequest } from "@/lib/provision/fact";
import { ask } from "@/lib/provision/fact";
import { clusterNodes } from "@/lib/provision/facts/cluster-nodes";
import { serviceAddresses } from "@/lib/provision/facts/service-addresses";
import { servicesReached } from "@/lib/provision/facts/services-reached";
import type { Sign } from "@/lib/network/judge-trial";
import type { HostId } from "@/lib/provision/host";
import type { Container } from "@/server/container";
import type { JobHosts } from "@/server/jobs/job-hosts";

const TIMEOUT_MS = 25_000;

/** Whether the clusters on these hosts work: nodes Ready, the API's service and names reached from nodes and pods. */
export async function seeClusters(
  { db, ssh }: Pick<Container, "db" | "ssh">,
  hostIds: readonly string[],
): Promise<readonly Sign[]> {
  const members = await db.clusterMember.findMany({
    where: { hostId: { in: [...hostIds] }, cluster: { state: "ready" } },
    include: { host: { select: { name: true } } },
  });
  const clusters = Map.groupBy(members, ({ clusterId }) => clusterId);
  const hosts = ssh.forReading();
  try {
    const signs = await Promise.all([...clusters.values()].map((own) => seeCluster(hosts, own)));
    return signs.flat();
  } finally {
    await hosts.close();
  }
}

interface Member {
  readonly hostId: string;
  readonly role: string;
  readonly host: { readonly name: string };
}

async function seeCluster(hosts: JobHosts, members: readonly Member[]): Promise<readonly Sign[]> {
  const speaker = members.find(({ role }) => role === "server");
  if (speaker === undefined) return [];
  const [nodes, addresses] = await Promise.all([
    answer(hosts, speaker, ask(clusterNodes, {})),
    answer(hosts, speaker, ask(serviceAddresses, {})),
  ]);
  return [
    ...(nodes ?? []).map(({ name, ready }) =>
      sign(`node ${name}`, ready === "True", [`${name} is Ready`, `${name} is not Ready`]),
    ),
    ...(await seeServices(hosts, members, addresses)),
  ];
}

async function seeServices(
  hosts: JobHosts,
  members: readonly Member[],
  addresses: { readonly api: string | null; readonly dns: string | null } | null,
): Promise<readonly Sign[]> {
  const { api, dns } = addresses ?? { api: null, dns: null };
  if (api === null || dns === null) return [];
  const nodes = members.filter(({ role }) => role === "server" || role === "agent");
  const seen = await Promise.all(
    nodes.map(async (member) => {
      const reached = await answer(hosts, member, ask(servicesReached, { api, dns }));
      return (reached ?? []).map(({ from, what, ok }) => {
        const who = from === "pod" ? `a pod on ${member.host.name}` : member.host.name;
        const goal = what === "api" ? `the API at ${api}:443` : `names at ${dns}:53`;
        const texts = [`${who} reaches ${goal}`, `${who} does not reach ${goal}`] as const;
        return sign(`${who} ${what}`, ok, texts);
      });
    }),
  );
  return seen.flat();
}

const sign = (key: string, ok: boolean, [good, bad]: readonly [string, string]): Sign => ({
  key,
  ok,
  good,
  bad,
});

/** null: the host did not answer. */
async function answer<V>(
  hosts: JobHosts,
  { hostId }: Member,
  { fact, args }: FactRequest<V>,
): Promise<V | null> {
  const asked = await hosts
    .hostFor(hostId as HostId)
    .ask([fact.command(args as never)], { timeoutMs: TIMEOUT_MS });
  const output = asked.ok ? asked.value[0] : undefined;
  if (output === undefined) return null;
  const parsed: Result<V> = fact.parse(output, args as never);
  return parsed.ok ? parsed.value : null;
}
