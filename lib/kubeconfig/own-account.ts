import { quote } from "@/lib/shell/argv";

/** The panel's account in a cluster that it did not make, for people who make it themselves. */
const namespace = "gandalf";
const name = "gandalf-panel";

/** Source: Kubernetes, "Manually create a long-lived API token for a ServiceAccount". */
const MANIFESTS = `apiVersion: v1
kind: Namespace
metadata: { name: ${namespace} }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, namespace: ${namespace} }
---
apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations: { kubernetes.io/service-account.name: ${name} }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ${name} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: ${name}, namespace: ${namespace} }]`;

/**
 * What to run where kubectl works with this context: it makes an account for the panel and writes
 * gandalf.kubeconfig, in which everything stands that the panel needs. Doing it again changes nothing.
 */
export const ownAccountCommands = (
  context: string,
): string => `k() { kubectl --context ${quote(context)} "$@"; }
k apply -f - <<'END'
${MANIFESTS}
END
secret() { k -n ${namespace} get secret ${name} -o "jsonpath={.data.$1}"; }
for i in 1 2 3 4 5; do [ -n "$(secret token)" ] || sleep 1; done
(umask 077; cat > gandalf.kubeconfig <<END
apiVersion: v1
kind: Config
current-context: gandalf
contexts: [{ name: gandalf, context: { cluster: gandalf, user: gandalf } }]
clusters:
- name: gandalf
  cluster:
    server: $(k config view --minify -o 'jsonpath={.clusters[0].cluster.server}')
    certificate-authority-data: $(secret 'ca\\.crt')
users:
- name: gandalf
  user: { token: $(secret token | base64 -d) }
END
)
`;

/** Prints the same context with everything in the file itself. */
export const flattenCommand = (context: string): string =>
  `kubectl config view --raw --flatten --minify --context ${quote(context)}\n`;

/** Prints the certificate authority that every namespace of a cluster has. */
export const authorityCommand = (context: string): string =>
  `kubectl --context ${quote(context)} -n kube-system get configmap kube-root-ca.crt -o 'jsonpath={.data.ca\\.crt}'\n`;
