import { z } from "zod";
import { ROLES } from "./roles";

/** What a host is for in a cluster. */
export const role = z.enum(ROLES);
export type { Role } from "./roles";
