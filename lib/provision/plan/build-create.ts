import type { PlanInput } from "@/lib/provision/roles/inventory";
import { layoutOf } from "@/lib/provision/roles/layout";
import { convergeNodes, planOf } from "./converge-nodes";
import type { Plan } from "./plan";

/**
 * The plan that brings every member to what the settings say: creates a cluster, applies changed
 * settings, and takes new hosts in, because what is in sync already stays untouched.
 */
export const buildCreatePlan = (input: PlanInput): Plan => planOf(convergeNodes(layoutOf(input)));
