import type { Role } from "@/lib/schemas/role";

/** The wizard's roles step: lanes, cards and what is heard when a host moves. */
export const wizardRoles = {
  title: "Who does what?",
  body: "Drag a host or use its menu. Bars show the memory a role needs.",
  bodyTable: "Choose a role for each host. Bars show the memory it needs.",
  view: "View",
  board: "Board",
  table: "Table",
  suggest: "Suggest again",
  lanes: {
    "load-balancer": "Load balancer",
    datastore: "Datastore",
    server: "Servers",
    agent: "Agents",
  } satisfies Record<Role, string>,
  laneOne: {
    "load-balancer": "Load balancer",
    datastore: "Datastore",
    server: "Server",
    agent: "Agent",
  } satisfies Record<Role, string>,
  about: {
    "load-balancer": "One address for the API and the sites.",
    datastore: "MariaDB. Holds the cluster’s state.",
    server: "Run the control plane.",
    agent: "Run your sites. Traefik waits for the first one.",
  } satisfies Record<Role, string>,
  noRole: "No role",
  everyHost: "Every host has a role. Drop one here to leave it out.",
  emptyLane: "Drop a host here.",
  change: (host: string) => `Change the role of ${host}`,
  moved: (host: string, role: string) => `${host} is now: ${role}`,
  needs: (need: string, total: string) => `needs ${need} of ${total} GiB`,
  amount: (need: string, total: string) => `${need} of ${total} GiB`,
  has: (total: string) => `${total} GiB`,
  notRead: "memory not read",
};
