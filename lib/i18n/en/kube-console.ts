/** kubectl in the browser. */
export const kubeConsole = {
  tab: "kubectl",
  title: (cluster: string) => `kubectl in ${cluster}`,
  facts:
    "With your own rights in the cluster. Opening, closing and every change are in the audit log.",
  screen: (cluster: string) => `Terminal with kubectl in ${cluster}`,
  open: "kubectl",
  openHelp: "A terminal with kubectl, in the browser",
  describe: "Open in kubectl",
  palette: (cluster: string) => `kubectl in ${cluster}`,
  noHostsTitle: "kubectl runs on your own machine here",
  noHostsBody: (cluster: string) =>
    `The console runs on one of a cluster’s own servers, and the panel has none of ${cluster}: it was adopted by its kubeconfig. ` +
    "A kubeconfig that goes through the panel gives you the same rights anywhere.",
  try: "With that file in your downloads:",
  line: (cluster: string) =>
    `kubectl --kubeconfig ~/Downloads/${cluster}-gandalf.kubeconfig.yaml get pods -A`,
  download: "kubeconfig",
};
