import type { KnownError } from "./known-error";

/**
 * Messages of k3s and Kubernetes.
 * Source of each: the program's own text, as seen in its public issues or in the practice hosts' logs.
 * More telling ones come first.
 */
export const K3S_ERRORS: readonly KnownError[] = [
  {
    id: "k3s.other-token",
    match: /bootstrap data already found and encrypted with different token/,
    cause: "The datastore belongs to a cluster with another token.",
    remedies: [
      "Use the token that was in force when the cluster was made.",
      "If that cluster is not wanted any more, delete it from the panel: that drops its database.",
    ],
  },
  {
    id: "k3s.ca-mismatch",
    match: /token CA hash does not match the Cluster CA certificate hash/,
    cause:
      "The host that answers for the cluster has another certificate authority than the token names.",
    remedies: [
      "Check that the cluster's address leads to this cluster's load balancer, and the balancer to its servers.",
      "If the cluster was made anew, run the plan: it writes the new token.",
    ],
  },
  {
    id: "k3s.node-password",
    match:
      /Node password rejected, duplicate hostname|unable to verify password for node (?<node>[\w.-]+)/,
    cause: "The cluster remembers another host of this name.",
    remedies: [
      "Remove the node in the panel: its password is deleted with it. Then add the host again.",
      "If two hosts have this name, rename one.",
    ],
  },
  {
    id: "k3s.datastore-access",
    match: /Error 1045 (?:\(\d+\))?:? ?Access denied for user '(?<user>[^']*)'@'(?<address>[^']*)'/,
    cause:
      "MariaDB refused {user} from {address}: wrong password, or no such user for that address.",
    remedies: [
      "Run the plan: it sets users and passwords to what the panel stores.",
      "If the server's address changed, correct it on the host's page first.",
    ],
  },
  {
    id: "k3s.datastore-host-denied",
    match: /Host '(?<address>[^']+)' is not allowed to connect to this M/,
    cause: "MariaDB lets nobody in from {address}.",
    remedies: [
      "Run the plan: it lets every server's address in.",
      "Check that {address} is the server's address.",
    ],
  },
  {
    id: "k3s.datastore-unknown-database",
    match: /Error 1049 (?:\(\d+\))?:? ?Unknown database '(?<database>[^']+)'/,
    cause: "MariaDB has no database {database}.",
    remedies: [
      "Run the plan: it creates the database.",
      "If it was dropped by mistake, restore the last backup first.",
    ],
  },
  {
    id: "k3s.datastore-connections",
    match: /Error 1040 (?:\(\d+\))?:? ?Too many connections/,
    cause: "MariaDB has as many connections as it allows.",
    remedies: [
      "See on the database's host who holds them: SHOW PROCESSLIST;",
      "Raise max-connections if they are the servers' own.",
    ],
  },
  {
    id: "k3s.datastore-unreachable",
    match:
      /dial tcp (?<address>[\d.]+:3306): (?:connect: )?(?<reason>connection refused|no route to host|i\/o timeout|network is unreachable)/,
    cause: "The database at {address} does not answer: {reason}.",
    remedies: [
      "Check that the database's host is on and mariadb.service is active.",
      "Check that no firewall between the server and the database blocks port 3306.",
    ],
  },
  {
    id: "k3s.api-unreachable",
    match:
      /failed to get CA certs: Get [\\"]*https:\/\/[^/"]+\/cacerts[\\"]*: .*?(?<reason>connection refused|no route to host|i\/o timeout|deadline exceeded|EOF)/,
    cause: "The cluster's address does not answer on this host ({reason}).",
    remedies: [
      "Check that the load balancer is on and that a server behind it is up.",
      "Check that no firewall between this host and the load balancer blocks port 6443.",
    ],
  },
  {
    id: "k3s.token-format",
    match:
      /failed to normalize token|failed to validate token: .*(?:401|not authorized|Unauthorized)/i,
    cause: "The join token was refused.",
    remedies: ["Run the plan: it reads the token from the first server again."],
  },
  {
    id: "x509.not-yet-valid",
    match:
      /x509: certificate has expired or is not yet valid: current time (?<now>\S+) is (?<order>before|after) (?<limit>\S+)/,
    cause:
      "A certificate is not valid at this host's time: its clock says {now}, which is {order} {limit}.",
    remedies: [
      "Set the clock, and see that time synchronisation is active on the host.",
      "If the clock is right, the certificate has run out: restart k3s, which renews it.",
    ],
  },
  {
    id: "x509.not-for-name",
    match: /x509: certificate is valid for .+, not (?<name>[\w.:-]+)/,
    cause: "The API's certificate does not know the name {name}.",
    remedies: ["Add {name} to the extra TLS names in the cluster's settings, then run the plan."],
  },
  {
    id: "x509.unknown-authority",
    match: /x509: certificate signed by unknown authority/,
    cause:
      "This host trusts another certificate authority than the cluster's: it was in another cluster before.",
    remedies: ["Remove the host from the cluster, which cleans it, and add it again."],
  },
  {
    id: "k3s.cgroup-memory",
    match:
      /failed to find memory cgroup|cgroup.*memory.*(?:not found|missing|disabled)|failed to find cpuset cgroup/i,
    cause: "The kernel cannot limit memory.",
    remedies: [
      'Add "cgroup_enable=cpuset cgroup_enable=memory cgroup_memory=1" to the one line of cmdline.txt and restart the host.',
      "Look at /proc/cmdline after the restart: a kernel update may have written cmdline.txt anew.",
    ],
  },
  {
    id: "k3s.no-default-route",
    match:
      /no default routes found in [\\"]*\/proc\/net\/route|unable to select an IP from default routes/,
    cause: "The host has no default route, and k3s looks for its address there.",
    remedies: ["Give the host a gateway, or check that its network is up before k3s starts."],
  },
  {
    id: "k3s.etcd-mixed",
    match:
      /datastore(?:-endpoint)? .*(?:cannot|not) .*(?:cluster-init|etcd)|invalid flag use; cannot use --disable-etcd/,
    cause: "The settings ask for two kinds of datastore at once.",
    remedies: ["Run the plan: it writes the settings anew."],
  },
  {
    id: "k3s.unknown-setting",
    match: /flag provided but not defined: -+(?<setting>[\w-]+)/,
    cause: "This version of k3s does not know the setting {setting}.",
    remedies: [
      "Take {setting} out of /etc/rancher/k3s/config.yaml and config.yaml.d, or use a version that knows it.",
    ],
  },
  {
    id: "k3s.wrong-architecture",
    match: /Exec format error|exec user process caused:? "?exec format error/i,
    cause: "The program was made for another kind of processor.",
    remedies: [
      "Read the host's facts again: a 32-bit system on a 64-bit kernel needs the 32-bit program.",
    ],
  },
  {
    id: "k3s.version-skew",
    match: /kubelet version \(?(?<kubelet>v[\d.]+)\S* is (?:newer|higher) than|version skew/,
    cause: "The agent is newer than the servers.",
    remedies: ["Bring the servers to the same version first, one after the other."],
  },
  {
    id: "drain.budget",
    match: /error when evicting pods\/"(?<pod>[^"]+)" -n "(?<namespace>[^"]+)".*disruption budget/,
    cause: "Pod {namespace}/{pod} may not move: its disruption budget does not allow one less.",
    remedies: [
      "Run one more copy of it (or bring the missing one up), then Resume.",
      "Loosen the PodDisruptionBudget in {namespace} for the time of the removal.",
    ],
  },
  {
    id: "drain.bare-pods",
    match:
      /cannot delete (?:Pods that declare no controller|Pods not managed by [^:]+)(?: \(use --force to override\))?: (?<pods>[^\n]+)/,
    cause: "No controller would start these pods elsewhere: {pods}.",
    remedies: ["Delete them if they are not needed, or put them under a Deployment; then Resume."],
  },
];
