import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { reveal, secret } from "@/lib/core/secret";
import { readKubeconfig, rewriteKubeconfig, tokenKubeconfig } from "./kubeconfig";

const CA = "-----BEGIN CERTIFICATE-----\nCA\n-----END CERTIFICATE-----\n";

/** The form k3s writes to /etc/rancher/k3s/k3s.yaml. */
const k3sYaml = (user: string, cluster = "server: https://127.0.0.1:6443") => `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${btoa(CA)}
    ${cluster}
  name: default
contexts:
- context:
    cluster: default
    user: default
  name: default
current-context: default
kind: Config
users:
- name: default
  user:
    ${user}
`;
const CERTIFICATE = `client-certificate-data: ${btoa("cert")}\n    client-key-data: ${btoa("key")}`;

describe("readKubeconfig", () => {
  it("reads what k3s writes", () => {
    const read = readKubeconfig(k3sYaml(CERTIFICATE));
    if (!read.ok) throw new Error(read.problem.detail);
    expect(read.value).toMatchObject({ server: "https://127.0.0.1:6443", caPem: CA });
    expect(read.value.identity.kind).toBe("certificate");
  });

  it("does not show the key when it is printed", () => {
    const read = readKubeconfig(k3sYaml(CERTIFICATE));
    expect(JSON.stringify(read)).toContain("[redacted]");
  });

  it.each([
    ["runs a program", "exec: {command: /bin/sh, apiVersion: v1}"],
    ["reads files of the panel", "client-certificate: /etc/passwd\n    client-key: /etc/shadow"],
    ["has a password only", "username: a\n    password: b"],
  ])("refuses a user that %s", (_, user) => {
    const read = readKubeconfig(k3sYaml(user));
    expect(read).toMatchObject({ ok: false, problem: { code: "input.invalid" } });
  });

  it.each([
    ["plain http", "server: http://10.0.0.1:6443"],
    ["another scheme", "server: file:///etc/passwd"],
    ["no server", "insecure-skip-tls-verify: true"],
  ])("refuses a cluster with %s", (_, cluster) => {
    expect(readKubeconfig(k3sYaml(CERTIFICATE, cluster)).ok).toBe(false);
  });

  it.each(["", "[", "a: 1", "x".repeat(300_000), "&a [*a, *a]", "null"])(
    "refuses %.20s",
    (text) => {
      expect(readKubeconfig(text).ok).toBe(false);
    },
  );
});

describe("rewriteKubeconfig", () => {
  it("changes the server and keeps authority and identity", () => {
    const text = rewriteKubeconfig(k3sYaml(CERTIFICATE), "https://192.168.1.210:6443");
    if (!text.ok) throw new Error(text.problem.detail);
    const read = readKubeconfig(text.value);
    if (!read.ok || read.value.identity.kind !== "certificate") throw new Error("no certificate");
    expect(read.value).toMatchObject({ server: "https://192.168.1.210:6443", caPem: CA });
    expect(reveal(read.value.identity.keyPem)).toBe("key");
  });
});

describe("tokenKubeconfig", () => {
  it("is a kubeconfig that names the cluster and reads back", () => {
    const text = tokenKubeconfig({
      name: "gandalf",
      user: "gandalf-u1",
      server: "https://192.168.1.210:6443",
      caPem: CA,
      token: secret("ey.token"),
    });
    expect(parse(text)).toMatchObject({ kind: "Config", "current-context": "gandalf" });
    const read = readKubeconfig(text);
    expect(read).toMatchObject({ ok: true, value: { caPem: CA, identity: { kind: "token" } } });
  });
});
