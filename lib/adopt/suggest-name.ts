/** What tools call every cluster. */
const USELESS = /^(default|kubernetes|kubernetes-admin|gandalf)?$/;

/** A name for the cluster out of what its kubeconfig calls it: "arn:aws:eks:…:cluster/prod" → "prod"; "" when it says nothing. */
export const suggestName = (context: string, cluster: string): string =>
  [cluster, context].map(shortened).find((name) => !USELESS.test(name)) ?? "";

const shortened = (text: string): string =>
  (text.split(/[/:_@]/).at(-1) ?? "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 32)
    .replace(/-+$/, "");
