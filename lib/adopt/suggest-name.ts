/** A name for the cluster out of what its kubeconfig calls it: "arn:aws:eks:…:cluster/prod" → "prod". */
export function suggestName(context: string, cluster: string): string {
  const useless = /^(default|kubernetes|gandalf)$/;
  const chosen = [cluster, context.replace(/^.*@/, ""), context].find(
    (each) => !useless.test(each),
  );
  const last = (chosen ?? cluster).split(/[/:_@]/).at(-1) ?? "";
  return last
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 32)
    .replace(/-+$/, "");
}
