/** Words that more than one area uses. */
export const common = {
  product: "Gandalf",
  purpose: "Builds and runs highly available k3s clusters on your own hosts, over SSH.",
  host: "Host",
  hosts: "Hosts",
  cluster: "Cluster",
  clusters: "Clusters",
  job: "Job",
  jobs: "Jobs",
  overview: "Overview",
  network: "Network",
  settings: "Settings",
  addHosts: "Add hosts",
  newCluster: "New cluster",
  newSite: "New site",
  open: "Open",
  why: "Why",
};
