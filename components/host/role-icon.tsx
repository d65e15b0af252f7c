import { Box, Crown, Database, Split, type LucideIcon } from "lucide-react";
import type { Role } from "@/lib/schemas/role";

/** The drawing of each role, the same on every page. */
export const ROLE_ICONS = {
  "load-balancer": Split,
  datastore: Database,
  server: Crown,
  agent: Box,
} satisfies Record<Role, LucideIcon>;
