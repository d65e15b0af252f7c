/** Kubeconfigs in the form in which each tool writes them; certificates and keys are no real ones. */

const pem = (what: string) => btoa(`-----BEGIN ${what}-----\nMIIB\n-----END ${what}-----\n`);
export const CA = pem("CERTIFICATE");
const CERTIFICATE = pem("CERTIFICATE");
const KEY = pem("RSA PRIVATE KEY");

/** Source: kubeadm, /etc/kubernetes/admin.conf. */
export const kubeadm = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${CA}
    server: https://192.168.1.10:6443
  name: kubernetes
contexts:
- context:
    cluster: kubernetes
    user: kubernetes-admin
  name: kubernetes-admin@kubernetes
current-context: kubernetes-admin@kubernetes
kind: Config
preferences: {}
users:
- name: kubernetes-admin
  user:
    client-certificate-data: ${CERTIFICATE}
    client-key-data: ${KEY}
`;

/** Source: k3s, /etc/rancher/k3s/k3s.yaml. */
export const k3s = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${CA}
    server: https://127.0.0.1:6443
  name: default
contexts:
- context:
    cluster: default
    user: default
  name: default
current-context: default
kind: Config
preferences: {}
users:
- name: default
  user:
    client-certificate-data: ${CERTIFICATE}
    client-key-data: ${pem("EC PRIVATE KEY")}
`;

/** Source: minikube start, ~/.kube/config. */
export const minikube = `apiVersion: v1
clusters:
- cluster:
    certificate-authority: /home/ada/.minikube/ca.crt
    extensions:
    - extension:
        last-update: Mon, 23 Nov 2026 10:00:00 UTC
        provider: minikube.sigs.k8s.io
        version: v1.37.0
      name: cluster_info
    server: https://192.168.49.2:8443
  name: minikube
contexts:
- context:
    cluster: minikube
    extensions:
    - extension:
        last-update: Mon, 23 Nov 2026 10:00:00 UTC
        provider: minikube.sigs.k8s.io
        version: v1.37.0
      name: context_info
    namespace: default
    user: minikube
  name: minikube
current-context: minikube
kind: Config
users:
- name: minikube
  user:
    client-certificate: /home/ada/.minikube/profiles/minikube/client.crt
    client-key: /home/ada/.minikube/profiles/minikube/client.key
`;

/** Source: kind get kubeconfig. */
export const kind = kubeadm
  .replaceAll("kubernetes-admin@kubernetes", "kind-kind")
  .replaceAll("kubernetes-admin", "kind-kind")
  .replaceAll("kubernetes", "kind-kind")
  .replace("https://192.168.1.10:6443", "https://127.0.0.1:41234");

const ARN = "arn:aws:eks:eu-west-1:111122223333:cluster/prod";
/** Source: aws eks update-kubeconfig. */
export const eks = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${CA}
    server: https://0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com
  name: ${ARN}
contexts:
- context:
    cluster: ${ARN}
    user: ${ARN}
  name: ${ARN}
current-context: ${ARN}
kind: Config
preferences: {}
users:
- name: ${ARN}
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      args:
      - --region
      - eu-west-1
      - eks
      - get-token
      - --cluster-name
      - prod
      - --output
      - json
      command: aws
      env: null
      interactiveMode: IfAvailable
      provideClusterInfo: false
`;

/** Source: gcloud container clusters get-credentials. */
export const gke = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${CA}
    server: https://34.76.1.2
  name: gke_shop_europe-west1-b_prod
contexts:
- context:
    cluster: gke_shop_europe-west1-b_prod
    user: gke_shop_europe-west1-b_prod
  name: gke_shop_europe-west1-b_prod
current-context: gke_shop_europe-west1-b_prod
kind: Config
preferences: {}
users:
- name: gke_shop_europe-west1-b_prod
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: gke-gcloud-auth-plugin
      installHint: Install gke-gcloud-auth-plugin
      provideClusterInfo: true
`;

/** Source: az aks get-credentials (local accounts): a certificate and a token. */
export const aks = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${CA}
    server: https://shop-dns-0a1b2c3d.hcp.westeurope.azmk8s.io:443
  name: shop
contexts:
- context:
    cluster: shop
    user: clusterUser_rg_shop
  name: shop
current-context: shop
kind: Config
preferences: {}
users:
- name: clusterUser_rg_shop
  user:
    client-certificate-data: ${CERTIFICATE}
    client-key-data: ${KEY}
    token: abcdef0123456789
`;

/** Source: microk8s config. */
export const microk8s = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${CA}
    server: https://192.168.1.30:16443
  name: microk8s-cluster
contexts:
- context:
    cluster: microk8s-cluster
    user: admin
  name: microk8s
current-context: microk8s
kind: Config
preferences: {}
users:
- name: admin
  user:
    token: bWljcm9rOHM=
`;
