import type { RowStatus } from "@/lib/schemas/kube-kind";
import { conditionOf, type KubeCondition, type KubeObject } from "./kube-object";
import { bad, idle, underWay, well } from "./row-status";

/** Conditions that say whether the whole object is well, most telling first. */
const TELLING = ["Ready", "Available", "Established", "Healthy", "Synced", "Complete", "Succeeded"];

/** Words of `status.phase` and `status.state` that are good, on the way, or bad, in small letters. */
const WORDS: Readonly<Record<string, (word: string, why: string) => RowStatus>> = {
  ...words(well, "active available bound healthy ok online ready running established"),
  ...words(idle, "complete completed done finished succeeded deployed inactive paused stopped"),
  ...words(underWay, "creating deploying initializing pending progressing provisioning updating"),
  ...words(bad, "broken degraded error failed failure faulted lost unhealthy"),
};

function words(status: (word: string, why: string) => RowStatus, list: string) {
  return Object.fromEntries(list.split(" ").map((word) => [word, status]));
}

interface RawStatus {
  readonly conditions?: unknown;
  readonly phase?: unknown;
  readonly state?: unknown;
  readonly message?: unknown;
}

/** What an object of an unknown kind says of itself, by the conventions of the API; null when it says nothing. */
export function conditionStatus(object: KubeObject): RowStatus | null {
  if (object.metadata.deletionTimestamp !== undefined) return underWay("Terminating");
  const { conditions, phase, state, message }: RawStatus = object.status ?? {};
  const told = TELLING.map((type) => conditionOf(readConditions(conditions), type)).find(Boolean);
  if (told !== undefined) return fromCondition(told);
  const word = [phase, state].find((text) => typeof text === "string" && text !== "");
  if (typeof word !== "string") return null;
  const why = typeof message === "string" ? message : "";
  return (WORDS[word.toLowerCase()] ?? idle)(word, why);
}

/** Only what is shaped like a condition: a custom resource may put anything there. */
export const readConditions = (conditions: unknown): readonly KubeCondition[] =>
  Array.isArray(conditions)
    ? (conditions as readonly unknown[]).filter(
        (entry): entry is KubeCondition =>
          typeof (entry as KubeCondition | null)?.type === "string" &&
          typeof (entry as KubeCondition).status === "string",
      )
    : [];

function fromCondition({ type, status, reason, message = "" }: KubeCondition): RowStatus {
  if (status === "True") return well(type);
  const word = reason || `Not ${type.toLowerCase()}`;
  return status === "False" ? bad(word, message) : underWay(word, message);
}
