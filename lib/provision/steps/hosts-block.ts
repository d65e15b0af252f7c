import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { hostsFile, type NamedAddress } from "@/lib/render/hosts/hosts-file";

export interface HostsBlockInput {
  readonly hosts: readonly NamedAddress[];
}

/** Source: hosts(5). */
export const HOSTS_PATH = "/etc/hosts";

/** Lets the cluster's hosts find each other by name without any name server. */
export const hostsBlockStep = defineStep({
  id: "host.hosts",
  typicalMs: 100,
  label: (_: HostsBlockInput) => "hosts file",
  title: (_: HostsBlockInput) => "Write the cluster's names into /etc/hosts",
  why: () =>
    "The hosts find each other by name even when no name server answers. Lines outside the panel's block stay as they are.",
  needs: (_: HostsBlockInput) => ({ file: ask(fileState, { path: HOSTS_PATH }) }),
  decide: ({ hosts }, { file }) => {
    const content = hostsFile(file?.text ?? "127.0.0.1\tlocalhost\n", hosts);
    if (file?.text === content)
      return inSync(`names of the cluster: ${hosts.length}, all in place`);
    return change(`write ${hosts.map(({ name }) => name).join(", ")} into ${HOSTS_PATH}`, {
      kind: "write-file",
      previous: file?.text ?? null,
      file: {
        path: HOSTS_PATH,
        content,
        mode: file?.mode ?? 0o644,
        owner: file?.owner ?? "root:root",
      },
    });
  },
});
