import { ask } from "@/lib/provision/fact";
import { apiSafe } from "@/lib/provision/facts/api-safe";
import { change, defineStep, inSync } from "@/lib/provision/step";

export interface ApiStaysInput {
  readonly apiAddress: string;
  /** Nodes of the servers of which one must be Ready. */
  readonly others: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** A server that starts its pods after its database came back takes this long on a Raspberry Pi. */
const TIMEOUT_MS = 300_000;

/** Sees that the API answers at the cluster's address, without which nothing may go down. */
export const apiStaysStep = defineStep({
  id: "cluster.api",
  typicalMs: 1_000,
  label: ({ what }: ApiStaysInput) => what,
  title: ({ apiAddress }: ApiStaysInput) => `See the API answer at ${apiAddress}`,
  why: ({ why }: ApiStaysInput) => why,
  needs: ({ apiAddress, others }: ApiStaysInput) => ({
    api: ask(apiSafe, { apiAddress, others }),
  }),
  decide: ({ apiAddress, others }, { api }) => {
    if (api.state === "done") return inSync(api.note);
    return change(`wait: ${api.note}`, {
      kind: "wait",
      what:
        others.length === 0
          ? `the API answers at ${apiAddress}`
          : `the API answers at ${apiAddress} and ${others.join(" or ")} is Ready`,
      until: ask(apiSafe, { apiAddress, others }),
      everyMs: 1_000,
      timeoutMs: TIMEOUT_MS,
    });
  },
});
