/** Topics about one object carry its ids in their name; the panel's events carry them in the payload. */
const PARTS: Record<string, readonly string[] | undefined> = {
  job: ["jobId"],
  kube: ["clusterId", "kind"],
  site: ["siteId"],
};

/** The topic an event belongs to: "job:17", "kube:c1:pods", "hosts". */
export function topicOf(event: string, payload: unknown): string {
  const fields: Record<string, unknown> = { ...(typeof payload === "object" ? payload : {}) };
  return [event, ...(PARTS[event] ?? []).map((part) => String(fields[part]))].join(":");
}
