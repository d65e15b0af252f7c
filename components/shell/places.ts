/** Addresses that the frame leads to. Pages of one host, cluster or job belong to their area. */
export const PLACES = {
  overview: "/",
  hosts: "/hosts",
  addHosts: "/hosts/add",
  clusters: "/clusters",
  newCluster: "/clusters/new",
  network: "/network",
  newSite: "/network/new",
  jobs: "/jobs",
  settings: "/settings",
  signIn: "/sign-in",
} as const;
