import { redactText } from "@/lib/core/text";
import { apiUrl } from "./api-url";
import { yamlMap } from "./yaml";

export interface AgentConfigInput {
  /** Name or address under which the API is reached. */
  readonly apiAddress: string;
  readonly nodeName: string;
  readonly address: string;
}

/** /etc/rancher/k3s/config.yaml of an agent: everything but its token. Source: k3s "k3s agent". */
export const agentConfig = ({ apiAddress, nodeName, address }: AgentConfigInput): string =>
  `# Written by Gandalf.\n${redactText(
    yamlMap({ server: apiUrl(apiAddress), "node-name": nodeName, "node-ip": address }),
  )}`;
