import type { ParameterName } from "@/lib/templates/parameters";

/** Sections of a form, in their order, and what stands in each. */
export const GROUPS = {
  what: ["name", "namespace", "image", "databaseImage", "replicas", "port"],
  page: ["page"],
  much: ["cpuMillis", "memoryMiB", "memoryLimitMiB"],
  who: ["expose"],
  data: ["environment", "volume", "siteGiB", "databaseGiB", "databasePassword"],
} as const satisfies Record<string, readonly ParameterName[]>;

export type GroupName = keyof typeof GROUPS;
