import type { ObjectRef } from "@/lib/schemas/kube-object";

/** A name of the API's: nothing that a shell reads as something else. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;

/** The command that says everything about an object, ready to be run; null when its name could mean more to a shell. */
export function describeCommand({ apiVersion, kind, namespace, name }: ObjectRef): string | null {
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  const isOwn = !group.includes(".") || group.endsWith(".k8s.io");
  // Somebody else's kind may share its name with another: with its group there is one. Source: kubectl, "TYPE[.VERSION][.GROUP]".
  const type = isOwn ? kind : `${kind}.${group}`;
  const words = ["kubectl", "describe", type.toLowerCase(), name];
  if (namespace !== "") words.push("-n", namespace);
  return [type, name, namespace || "none"].every((word) => PLAIN.test(word))
    ? words.join(" ")
    : null;
}
