import type { ClusterTopology } from "@/lib/schemas/cluster-spec";

const topologies: Record<
  ClusterTopology,
  { title: string; short: string; body: string; survives: string; falls: string; hosts: string }
> = {
  "ha-external-database": {
    title: "Highly available, external database",
    short: "HA, external database",
    body: "A load balancer in front of two servers, their state in MariaDB, agents for your pods.",
    survives: "Survives the loss of a server or an agent",
    falls: "Not of the load balancer; the API waits while the database is off",
    hosts: "From 3 hosts; 6 are a good start",
  },
  "single-server": {
    title: "Single server",
    short: "Single server",
    body: "One server with its state in a file, and agents if you have any. For a first look.",
    survives: "Survives the loss of an agent",
    falls: "Not of the server",
    hosts: "From 1 host",
  },
};

/** The wizard's first step: shapes of a cluster. */
export const wizardTopology = {
  title: "What shape?",
  body: "It can grow later: agents and servers are added by a job. The database stays where it is.",
  picture: (name: string) => `Picture of ${name}`,
  items: topologies,
};
