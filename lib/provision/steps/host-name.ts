import { ask } from "@/lib/provision/fact";
import { hostName } from "@/lib/provision/facts/host-name";
import { change, defineStep, inSync } from "@/lib/provision/step";

export interface HostNameInput {
  readonly name: string;
}

/** Gives the host its name, now and for the next boot. */
export const hostNameStep = defineStep({
  id: "host.name",
  typicalMs: 200,
  label: (_: HostNameInput) => "host name",
  title: ({ name }: HostNameInput) => `Name the host ${name}`,
  why: () =>
    "Every node needs a name of its own: two hosts of one name take turns in one node object.",
  needs: (_: HostNameInput) => ({ name: ask(hostName, {}) }),
  decide: ({ name }, { name: found }) => {
    if (found.live === name && found.saved === name) return inSync(`named ${name}`);
    const now = found.live === name ? `${found.saved ?? "nothing"} in /etc/hostname` : found.live;
    return change(`host name: ${now} → ${name}`, {
      kind: "run",
      argv: ["hostnamectl", "set-hostname", "--", name],
      timeoutMs: 15_000,
      why: "name it now and for the next boot",
    });
  },
});
