import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { kubectlScript } from "./kubectl";

/** Addresses that every cluster has services at. null: the API does not answer, or there is no such service. */
export interface ServiceAddresses {
  readonly api: string | null;
  readonly dns: string | null;
}

const ADDRESS = "-o 'jsonpath={.spec.clusterIP}'";

/** Where pods ask for the API and for names. */
export const serviceAddresses: Fact<Readonly<Record<never, never>>, ServiceAddresses> = {
  id: "service-addresses",
  slow: true,
  command: () =>
    kubectlScript(
      `echo "api=$(k -n default get service kubernetes ${ADDRESS})"; echo "dns=$(k -n kube-system get service kube-dns ${ADDRESS})"`,
    ),
  parse: ({ stdout }) => {
    const read = (name: string) =>
      new RegExp(`^${name}=([0-9a-f.:]+)$`, "m").exec(stdout)?.[1] ?? null;
    return ok({ api: read("api"), dns: read("dns") });
  },
};
