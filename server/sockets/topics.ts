import type { Permission } from "@/lib/schemas/session";
import type { Container } from "@/server/container";

/** Something a browser may look at. */
export interface Topic {
  readonly permission: Permission;
  readonly pattern: RegExp;
  /** Whether the object it is about exists; `parts` are the pattern's groups. */
  exists(container: Container, parts: readonly string[]): Promise<boolean>;
}

const defineTopic = (topic: Topic): Topic => topic;

const always = () => Promise.resolve(true);

/** Every topic. One that is not here cannot be subscribed to. */
export const TOPICS = {
  /** Events of one job, as they are appended. */
  job: defineTopic({
    permission: "jobs:read",
    pattern: /^job:([a-z0-9]{1,40})$/,
    exists: async ({ db }, [id = ""]) => (await db.job.count({ where: { id } })) > 0,
  }),
  /** The list of jobs changed. */
  jobs: defineTopic({ permission: "jobs:read", pattern: /^jobs$/, exists: always }),
  /** How the panel itself is changed. */
  panel: defineTopic({ permission: "panel:read", pattern: /^panel$/, exists: always }),
  /** The list of hosts changed. */
  hosts: defineTopic({ permission: "hosts:read", pattern: /^hosts$/, exists: always }),
  /** The list of sites changed. */
  sites: defineTopic({ permission: "network:read", pattern: /^sites$/, exists: always }),
  /** A site's policy, hosts, rules or measurements changed. */
  site: defineTopic({
    permission: "network:read",
    pattern: /^site:([a-z0-9]{1,40})$/,
    exists: async ({ db }, [id = ""]) => (await db.site.count({ where: { id } })) > 0,
  }),
  /** Objects of one kind changed in a cluster. */
  kube: defineTopic({
    permission: "kube:read",
    pattern: /^kube:([a-z0-9]{1,40}):[a-z0-9.-]{1,160}$/,
    exists: async ({ db }, [id = ""]) => (await db.cluster.count({ where: { id } })) > 0,
  }),
} as const satisfies Record<string, Topic>;

/** The topic of that name with its variable parts, or null. */
export function findTopic(name: string): { topic: Topic; parts: readonly string[] } | null {
  for (const topic of Object.values(TOPICS)) {
    const match = topic.pattern.exec(name);
    if (match !== null) return { topic, parts: match.slice(1) };
  }
  return null;
}
