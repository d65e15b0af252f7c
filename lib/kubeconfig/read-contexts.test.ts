import { describe, expect, it } from "vitest";
import { reveal } from "@/lib/core/secret";
import type { PastedKubeconfig } from "@/lib/schemas/adopt";
import { readContexts } from "./read-contexts";
import { CA, eks, aks, gke, k3s, kind, kubeadm, microk8s, minikube } from "./testing/kubeconfigs";

const read = (text: string, more: Partial<PastedKubeconfig> = {}) =>
  readContexts({ text, parts: {}, ...more });

function chosen(text: string, more: Partial<PastedKubeconfig> = {}) {
  const answer = read(text, more);
  if (!answer.ok) throw new Error(answer.problem.detail);
  const { contexts, current } = answer.value;
  const found = contexts.find(({ facts }) => facts.name === current);
  if (found === undefined) throw new Error("no context is meant");
  return found;
}
const codes = (text: string, more: Partial<PastedKubeconfig> = {}) =>
  chosen(text, more).facts.obstacles.map(({ code }) => code);
const refusal = (text: string) => {
  const answer = read(text);
  return answer.ok ? "accepted" : answer.problem.detail;
};

describe("kubeconfigs as their tools write them", () => {
  it.each([
    ["kubeadm", kubeadm, ["certificate", "https://192.168.1.10:6443"]],
    ["k3s", k3s, ["certificate", "https://127.0.0.1:6443"]],
    ["kind", kind, ["certificate", "https://127.0.0.1:41234"]],
    ["AKS", aks, ["certificate", "https://shop-dns-0a1b2c3d.hcp.westeurope.azmk8s.io"]],
    ["MicroK8s", microk8s, ["token", "https://192.168.1.30:16443"]],
  ])("%s: can be used as it is", (_, text, [identity, server]) => {
    const { credentials, facts } = chosen(text);
    expect(facts.obstacles).toEqual([]);
    expect(credentials).toMatchObject({ server, caPem: atob(CA), identity: { kind: identity } });
  });

  it.each([
    ["EKS", eks, "aws"],
    ["GKE", gke, "gke-gcloud-auth-plugin"],
  ])("%s: names the program, runs nothing, and says what to run instead", (_, text, program) => {
    const { credentials, facts } = chosen(text);
    expect(credentials).toBeNull();
    const [obstacle] = facts.obstacles;
    expect(obstacle).toMatchObject({ code: "program", detail: expect.stringContaining(program) });
    expect(obstacle?.commands).toContain("kubernetes.io/service-account-token");
    expect(obstacle?.commands).toContain(`--context ${facts.name} `);
  });

  it("minikube: says which files to paste, and takes them", () => {
    expect(codes(minikube)).toEqual(["file", "file"]);
    const paths = chosen(minikube).facts.obstacles.flatMap(({ wants }) =>
      wants.map(({ part, path }) => `${part} ${path ?? ""}`),
    );
    expect(paths).toEqual([
      "certificate-authority /home/ada/.minikube/ca.crt",
      "client-certificate /home/ada/.minikube/profiles/minikube/client.crt",
      "client-key /home/ada/.minikube/profiles/minikube/client.key",
    ]);
    const parts = {
      "certificate-authority": atob(CA),
      "client-certificate": atob(CA),
      "client-key": "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n",
    };
    expect(chosen(minikube, { parts }).credentials).toMatchObject({ caPem: atob(CA) });
  });
});

const inCluster = (line: string) =>
  microk8s.replace(`    certificate-authority-data: ${CA}\n`, `    ${line}\n`);
const inUser = (lines: string) => microk8s.replace("    token: bWljcm9rOHM=", `    ${lines}`);

describe("what is in the way", () => {
  it("refuses not to verify the server, until its authority is pasted", () => {
    const text = inCluster("insecure-skip-tls-verify: true");
    expect(codes(text)).toEqual(["no-verification"]);
    expect(chosen(text).facts.obstacles[0]?.commands).toContain("kube-root-ca.crt");
    const parts = { "certificate-authority": atob(CA) };
    expect(chosen(text, { parts }).credentials).toMatchObject({ caPem: atob(CA) });
  });

  it("trusts the public authorities where the file names none", () => {
    expect(chosen(inCluster("disable-compression: true")).credentials).toMatchObject({ caPem: "" });
  });

  it.each([
    ["proxy", inCluster("proxy-url: socks5://10.0.0.1:1080")],
    ["unreadable", inCluster(`certificate-authority-data: ${btoa("nothing")}`)],
    ["unreadable", inCluster("certificate-authority-data: '%%%'")],
    ["acts-as", inUser("as: root")],
    ["file", inUser("tokenFile: /var/run/token")],
    ["program", inUser("auth-provider: { name: oidc, config: {} }")],
    ["no-credential", inUser("username: ada")],
    ["unreadable", inUser(`client-certificate-data: ${CA}\n    client-key-data: ${btoa("x")}`)],
    ["address", microk8s.replace("https://192", "http://192")],
    ["address", microk8s.replace("https://192.168.1.30", "https://0.0.0.0")],
    ["address", microk8s.replace("https://", "https://ada:pw@")],
    ["address", microk8s.replace("https://192.168.1.30:16443", "file:///etc/passwd")],
    ["incomplete", microk8s.replace("cluster: microk8s-cluster\n", "cluster: gone\n")],
    ["incomplete", microk8s.replace("- name: admin", "- name: somebody")],
  ])("says: %s", (code, text) => {
    expect(codes(text)).toContain(code);
    expect(chosen(text).credentials).toBeNull();
  });

  it("takes tls-server-name, a path in the address, and a name with password", () => {
    const named = inCluster("tls-server-name: kubernetes").replace(":16443", ":16443/k8s/c-1/");
    expect(chosen(named).credentials).toMatchObject({
      serverName: "kubernetes",
      server: "https://192.168.1.30:16443/k8s/c-1",
    });
    const { credentials } = chosen(inUser("username: ada\n    password: secret"));
    if (credentials?.identity.kind !== "password") throw new Error("no password");
    expect(reveal(credentials.identity.password)).toBe("secret");
  });

  it("never prints what is secret", () => {
    const text = JSON.stringify([chosen(kubeadm), chosen(microk8s)]);
    expect(text).not.toContain("PRIVATE KEY");
    expect(text).not.toContain("bWljcm9rOHM");
  });
});

describe("several contexts and documents", () => {
  const both = `${kubeadm}---\n${microk8s}`;

  it("reads several documents as one, and means the first one's current context", () => {
    const answer = read(both);
    if (!answer.ok) throw new Error(answer.problem.detail);
    expect(answer.value.contexts.map(({ facts }) => facts.name)).toEqual([
      "kubernetes-admin@kubernetes",
      "microk8s",
    ]);
    expect(answer.value.current).toBe("kubernetes-admin@kubernetes");
    expect(chosen(both, { context: "microk8s" }).facts.identity).toBe("token");
  });

  it("asks which one is meant where the file does not say", () => {
    const answer = read(both.replaceAll(/^current-context.*$/gm, ""));
    expect(answer).toMatchObject({ ok: true, value: { current: null } });
  });

  it("quotes a context's name in every command", () => {
    const evil = microk8s.replaceAll("microk8s\n", "'a; reboot #'\n");
    const text = inUser("username: ada").replaceAll("microk8s\n", "'a; reboot #'\n");
    expect(chosen(evil).facts.name).toBe("a; reboot #");
    expect(chosen(text).facts.obstacles[0]?.commands).toContain("--context 'a; reboot #' ");
  });
});

describe("what is no kubeconfig", () => {
  const tenfold = (alias: string) => `[${`${alias}, `.repeat(10)}]`;
  const bomb = `a: &a ${tenfold("1")}\nb: &b ${tenfold("*a")}\ncontexts: ${tenfold("*b")}`;

  it.each([
    ["nothing", "", "There is nothing in it."],
    ["white space", "   \n", "There is nothing in it."],
    ["a web page", "<!DOCTYPE html><html></html>", "This is a web page, not a kubeconfig."],
    ["a certificate", atob(CA), "This is a certificate or a key alone."],
    ["bytes", "\0\u0001", "This is not text."],
    ["half a list", "a: [", "This is not YAML."],
    ["a bomb of aliases", bomb, "This is not YAML."],
    ["a word", "hello", "This is not a kubeconfig."],
    ["a list", "[1, 2]", "This is not a kubeconfig."],
    ["other YAML", "a: 1", "This is not a kubeconfig: it has no clusters, contexts or users."],
    [
      "another object",
      "kind: Pod\nmetadata: {}",
      "This is an object of kind Pod, not a kubeconfig.",
    ],
    [
      "an empty one",
      "contexts: null\nclusters: null\nusers: null",
      "There is no context in this kubeconfig.",
    ],
    ["a wrong form", "contexts: 5", "This kubeconfig has something of another form at contexts."],
    ["5 MB", "x".repeat(5_000_000), "This is longer than 512 KiB: it is not a kubeconfig."],
  ])("says so: %s", (_, text, detail) => {
    expect(refusal(text)).toBe(detail);
  });
});
