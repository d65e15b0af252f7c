/** Words that more than one area uses. */
export const common = {
  product: "Gandalf",
  host: "Host",
  hosts: "Hosts",
  cluster: "Cluster",
  clusters: "Clusters",
  job: "Job",
  jobs: "Jobs",
  overview: "Overview",
  settings: "Settings",
  addHosts: "Add hosts",
  newCluster: "New cluster",
  open: "Open",
  why: "Why",
};
