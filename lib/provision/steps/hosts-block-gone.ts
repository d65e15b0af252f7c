import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { withoutManagedBlock } from "@/lib/render/hosts/managed-block";
import { HOSTS_PATH } from "./hosts-block";

/** Takes the cluster's names out of a host's /etc/hosts. */
export const hostsBlockGoneStep = defineStep({
  id: "host.hosts-gone",
  typicalMs: 100,
  label: (_: Record<string, never>) => "hosts file",
  title: () => "Take the cluster's names out of /etc/hosts",
  why: () => "The panel's block goes; every other line stays as it is.",
  needs: (_: Record<string, never>) => ({ file: ask(fileState, { path: HOSTS_PATH }) }),
  decide: (_, { file }) => {
    if (file === null) return inSync(`there is no ${HOSTS_PATH}`);
    const content = withoutManagedBlock(file.text);
    if (content === file.text) return inSync("no names of a cluster in it");
    return change(`take the panel's block out of ${HOSTS_PATH}`, {
      kind: "write-file",
      previous: file.text,
      file: { path: HOSTS_PATH, content, mode: file.mode, owner: file.owner },
    });
  },
});
