import { ask } from "@/lib/provision/fact";
import { fileDigest } from "@/lib/provision/facts/file-digest";
import { joinToken } from "@/lib/provision/facts/join-token";
import type { HostId } from "@/lib/provision/host";
import { defineStep, inSync, unknown } from "@/lib/provision/step";
import { agentSecrets } from "@/lib/render/k3s/server-secrets";
import { secretGap, writeSecret } from "./secret-file";

export interface AgentTokenInput {
  readonly path: string;
  /** The server that is asked for the token. */
  readonly serverId: HostId;
  readonly serverName: string;
}

/** Gives an agent the join token, read from the first server in the form that pins the cluster's CA. */
export const agentTokenStep = defineStep({
  id: "k3s.agent-token",
  typicalMs: 120,
  label: (_: AgentTokenInput) => "join token",
  title: ({ path }: AgentTokenInput) => `Write the join token into ${path}`,
  why: ({ serverName }: AgentTokenInput) =>
    `The token comes from ${serverName} and names the cluster's certificate authority, so that the agent cannot be lured to another cluster.`,
  needs: ({ path, serverId }: AgentTokenInput) => ({
    file: ask(fileDigest, { path }),
    token: ask(joinToken, {}, serverId),
  }),
  decide: ({ path, serverName }, { file, token }) => {
    if (token === null) return unknown(`the join token of ${serverName}`);
    const content = agentSecrets(token);
    const gap = secretGap(file, content);
    return gap === null ? inSync(`the token of ${serverName}`) : writeSecret(path, content, gap);
  },
});
