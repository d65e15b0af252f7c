/** What a host may be for in a cluster; apart from its schema, so that a list of hosts loads no validator. */
export const ROLES = ["load-balancer", "datastore", "server", "agent"] as const;
export type Role = (typeof ROLES)[number];
