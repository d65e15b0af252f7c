import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { hostsWithOwnName } from "@/lib/render/hosts/own-name";
import type { HostNameInput } from "./host-name";
import { HOSTS_PATH } from "./hosts-block";

/** Lets the host find itself under its name. */
export const ownNameLineStep = defineStep({
  id: "host.own-name",
  typicalMs: 100,
  label: (_: HostNameInput) => "own name",
  title: ({ name }: HostNameInput) => `Let ${name} find itself in ${HOSTS_PATH}`,
  why: () => "sudo and others look the host's own name up, and wait long where nobody knows it.",
  needs: (_: HostNameInput) => ({ file: ask(fileState, { path: HOSTS_PATH }) }),
  decide: ({ name }, { file }) => {
    const content = hostsWithOwnName(file?.text ?? "127.0.0.1\tlocalhost\n", name);
    if (file?.text === content) return inSync(`${name} leads to itself`);
    return change(`write ${name} into ${HOSTS_PATH}`, {
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
