import { expect, it } from "vitest";
import { parse } from "yaml";
import { secret } from "@/lib/core/secret";
import { revealText } from "@/lib/core/text";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { clusterSpec, type ClusterSpec, type ClusterSpecInput } from "@/lib/schemas/cluster-spec";
import { agentConfig } from "./agent-config";
import { serverConfig } from "./server-config";
import { datastoreEndpoint } from "./server-secrets";

const good: ClusterSpecInput = {
  name: "gandalf",
  topology: "ha-external-database",
  k3sVersion: "v1.34.4+k3s1",
  source: { kind: "release" },
  members: [{ hostId: "x", role: "server" }],
  apiAddress: "192.168.1.210",
};

/** Text field → how a person's input gets into it, and what the host's program reads of it. */
const FIELDS: Readonly<
  Record<
    string,
    {
      put(text: string): Partial<ClusterSpecInput>;
      want(spec: ClusterSpec): unknown;
      read(spec: ClusterSpec): unknown;
    }
  >
> = {
  "API address": {
    put: (text) => ({ apiAddress: text }),
    want: (spec) => spec.apiAddress,
    read: (spec) => (serverYaml(spec)["tls-san"] as string[])[0],
  },
  "API address, as agents see it": {
    put: (text) => ({ apiAddress: text }),
    want: (spec) =>
      spec.apiAddress.includes(":")
        ? `https://[${spec.apiAddress}]:6443`
        : `https://${spec.apiAddress}:6443`,
    read: (spec) =>
      (
        parse(agentConfig({ apiAddress: spec.apiAddress, nodeName: "a", address: "10.0.0.1" })) as {
          server: string;
        }
      ).server,
  },
  "extra TLS name": {
    put: (text) => ({ extraTlsSans: [text] }),
    want: (spec) => spec.extraTlsSans[0],
    read: (spec) =>
      (serverYaml(spec)["tls-san"] as string[]).find((san) => san === spec.extraTlsSans[0]),
  },
  "pod network": {
    put: (text) => ({ clusterCidr: text }),
    want: (spec) => spec.clusterCidr,
    read: (spec) => serverYaml(spec)["cluster-cidr"],
  },
  "service network": {
    put: (text) => ({ serviceCidr: text }),
    want: (spec) => spec.serviceCidr,
    read: (spec) => serverYaml(spec)["service-cidr"],
  },
  "cluster DNS": {
    put: (text) => ({ clusterDns: text }),
    want: (spec) => spec.clusterDns,
    read: (spec) => serverYaml(spec)["cluster-dns"],
  },
  "cluster domain": {
    put: (text) => ({ clusterDomain: text }),
    want: (spec) => spec.clusterDomain,
    read: (spec) => serverYaml(spec)["cluster-domain"],
  },
  "database name": {
    put: (text) => ({ database: { name: text } }),
    want: (spec) => spec.database.name,
    read: (spec) => /\/([a-z0-9_]+)$/.exec(endpoint(spec))?.[1],
  },
  "database user": {
    put: (text) => ({ database: { user: text } }),
    want: (spec) => spec.database.user,
    read: (spec) => /^mysql:\/\/([^:]+):/.exec(endpoint(spec))?.[1],
  },
};

const serverYaml = (spec: ClusterSpec) =>
  parse(
    serverConfig({ spec, nodeName: "master1", address: "10.0.0.1", serverAddresses: ["10.0.0.1"] }),
  ) as Record<string, unknown>;

const endpoint = ({ database }: ClusterSpec) =>
  revealText([
    datastoreEndpoint({
      address: "10.0.0.2",
      database: database.name,
      user: database.user,
      password: secret("p"),
    }),
  ]);

it.each(Object.entries(FIELDS))(
  "%s: refused, or read by the host as it was meant",
  (_, { put, want, read }) => {
    for (const text of HOSTILE) {
      const parsed = clusterSpec.safeParse({ ...good, ...put(text) });
      if (parsed.success) expect(read(parsed.data)).toBe(want(parsed.data));
    }
  },
);
