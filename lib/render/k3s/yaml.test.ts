import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { secret } from "@/lib/core/secret";
import { redactText, revealText } from "@/lib/core/text";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import { agentConfig } from "./agent-config";
import { serverConfig } from "./server-config";
import { datastoreEndpoint, serverSecrets } from "./server-secrets";
import { yamlMap } from "./yaml";

const spec = clusterSpec.parse({
  name: "gandalf",
  topology: "ha-external-database",
  k3sVersion: "v1.34.4+k3s1",
  source: { kind: "release" },
  members: [{ hostId: "x", role: "server" }],
  apiAddress: "192.168.1.210",
  extraTlsSans: ["gandalf9.ddns.net", "192.168.1.220"],
  disable: ["traefik", "servicelb"],
});
const server = {
  spec,
  nodeName: "master1",
  address: "192.168.1.220",
  serverAddresses: ["192.168.1.220", "192.168.1.221"],
};

describe("the flat map", () => {
  it("is read back as it was, whatever is in it", { timeout: 30_000 }, () => {
    expect(HOSTILE.length).toBeGreaterThan(1_000);
    for (const value of HOSTILE) {
      const text = revealText(yamlMap({ key: value, list: [value, "b"], secret: secret(value) }));
      const read = parse(text) as unknown;
      if (
        JSON.stringify(read) !== JSON.stringify({ key: value, list: [value, "b"], secret: value })
      )
        expect(read).toEqual({ key: value, list: [value, "b"], secret: value });
    }
  });

  it("is one line per value, with nothing a terminal would obey", () => {
    for (const value of HOSTILE) {
      const text = revealText(yamlMap({ key: value }));
      expect(text.split("\n")).toHaveLength(2);
      expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/.test(text)).toBe(false);
    }
  });

  it("keeps strings strings", () => {
    expect(revealText(yamlMap({ mode: "0600", a: "yes", b: "null", c: "1e3" }))).toBe(
      'mode: "0600"\na: "yes"\nb: "null"\nc: "1e3"\n',
    );
  });
});

describe("a server's settings", () => {
  it("are these", () => {
    expect(serverConfig(server)).toBe(`# Written by Gandalf.
node-name: "master1"
node-ip: "192.168.1.220"
tls-san:
  - "192.168.1.210"
  - "192.168.1.220"
  - "192.168.1.221"
  - "gandalf9.ddns.net"
node-taint:
  - "CriticalAddonsOnly=true:NoExecute"
cluster-cidr: "10.42.0.0/16"
service-cidr: "10.43.0.0/16"
cluster-dns: "10.43.0.10"
cluster-domain: "cluster.local"
disable:
  - "servicelb"
  - "traefik"
write-kubeconfig-mode: "0600"
`);
  });

  it("leave out what is not wanted", () => {
    const text = serverConfig({ ...server, spec: { ...spec, serverTaint: false, disable: [] } });
    expect(text).not.toMatch(/node-taint|disable/);
  });
});

it("sends agents to the cluster's one address", () => {
  const input = { nodeName: "worker1", address: "192.168.1.230" };
  expect(agentConfig({ ...input, apiAddress: "gandalf9.ddns.net" })).toContain(
    'server: "https://gandalf9.ddns.net:6443"',
  );
  expect(agentConfig({ ...input, apiAddress: "fd00::1" })).toContain('"https://[fd00::1]:6443"');
});

describe("secrets", () => {
  const datastore = {
    address: "192.168.1.200",
    database: "k3s",
    user: "k3s",
    password: secret("p@ss/w:rd"),
  };
  const text = serverSecrets({ token: secret("tok"), agentToken: secret("agent"), datastore });

  it("reach the host as they are", () => {
    expect(parse(revealText(text))).toEqual({
      token: "tok",
      "agent-token": "agent",
      "datastore-endpoint": "mysql://k3s:p@ss/w:rd@tcp(192.168.1.200:3306)/k3s",
    });
  });
  it("are shown to nobody", () => {
    expect(redactText(text)).toBe(
      "token: [redacted]\nagent-token: [redacted]\ndatastore-endpoint: [redacted]\n",
    );
  });
  it("name no datastore where there is none, and bracket IPv6", () => {
    const alone = serverSecrets({
      token: secret("tok"),
      agentToken: secret("agent"),
      datastore: null,
    });
    expect(redactText(alone)).not.toContain("datastore");
    expect(`${revealText([datastoreEndpoint({ ...datastore, address: "fd00::1" })])}`).toContain(
      "@tcp([fd00::1]:3306)/",
    );
  });
});
