import { plural } from "@/lib/format/plural";

/** The figures above a cluster's lists. */
export const clusterStats = {
  api: "API",
  apiThrough: (address: string) => `API through ${address}`,
  apiWell: (checks: number) => `${checks} checks pass`,
  apiFailing: (failing: readonly string[]) => `${failing.join(", ")} failed`,
  apiAway: "does not answer",
  datastore: "Datastore",
  datastoreWell: "one read",
  datastoreIll: "does not answer",
  certificates: "Certificates",
  firstToEnd: (host: string) => `first: ${host}`,
  certificatesUnknown: "none could be read",
  requests: "Requests",
  requestsDetail: (memory: string) => `CPU, memory ${memory}`,
  days: (days: number) => `${days} d`,
  nothing: "–",
};

/** A cluster's health page. */
export const clusterHealth = {
  measured: (clock: string) => `Measured at ${clock}, by the panel, just for this page.`,
  again: "Measure again",
  apiTitle: "API",
  addressesLabel: "Addresses of the API",
  columns: {
    name: "Where",
    address: "Address",
    state: "State",
    latency: "Latency",
    checks: "Checks",
  },
  through: "Load balancer",
  throughSingle: "API address",
  ready: "Ready",
  notReady: "Not ready",
  unreachable: "No answer",
  checks: (passed: number, all: number) => `${passed} of ${all}`,
  datastoreTitle: "Datastore",
  datastore: {
    "external-database": "External database",
    sqlite: "SQLite on the server",
    "its-own": "The cluster’s own",
  },
  datastoreWell: (time: string) =>
    `A read that the API may not answer from its cache took ${time}.`,
  datastoreIll: "The API cannot read from it.",
  certificatesTitle: "Certificates",
  certificateColumns: { host: "Shown by", name: "What", expires: "Ends", left: "Left" },
  certificates: {
    serving: "Port 6443 of this server",
    "load-balancer": "Port 6443 of the API’s address",
    panel: "The panel’s own access",
  },
  panel: "Gandalf",
  certificatesNote:
    "Read from the TLS handshake on port 6443. The kubelets’ and controllers’ own certificates lie on the hosts and are not read here.",
  renewNote: "k3s renews certificates when it starts with less than 120 days left.",
  noHosts:
    "This cluster was adopted: the panel has none of its hosts, so single servers, their certificate files and the datastore’s host are not read.",
  unreadable: "could not be read",
  days: (days: number) => (days < 0 ? "ended" : plural(days, "day")),
  versionsTitle: "Versions",
  apiVersion: "API",
  unsupported: (nodes: readonly string[]) =>
    `${nodes.join(", ")}: a kubelet may be up to three minor versions older than the API, never newer.`,
  versionsWell: "All nodes go with this API.",
};
