import { z } from "zod";

/** What a host is for in a cluster. */
export const role = z.enum(["load-balancer", "datastore", "server", "agent"]);
export type Role = z.infer<typeof role>;
