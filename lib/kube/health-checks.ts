import type { HealthCheck } from "@/lib/schemas/kube";

/** "[+]etcd ok" or "[-]etcd failed: reason withheld". Source: Kubernetes API health endpoints, `?verbose`. */
const CHECK = /^\[([+-])\](\S+) /;

/** The single checks of a verbose health answer, in its order. */
export const parseHealthChecks = (text: string): readonly HealthCheck[] =>
  text.split("\n").flatMap((line) => {
    const [, sign, name] = CHECK.exec(line) ?? [];
    return name === undefined ? [] : [{ name, ok: sign === "+" }];
  });

/** Names of those that failed. */
export const failingChecks = (text: string): readonly string[] =>
  parseHealthChecks(text).flatMap(({ name, ok }) => (ok ? [] : [name]));

/** Whether a check is about the datastore: k3s keeps etcd's name for it whatever it really is. */
export const isDatastoreCheck = (name: string): boolean => name.startsWith("etcd");
