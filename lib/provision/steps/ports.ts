import { fail } from "@/lib/core/result";
import { ask } from "@/lib/provision/fact";
import { portHolders, type PortHolder } from "@/lib/provision/facts/port-holders";
import { defineStep, inSync } from "@/lib/provision/step";

interface PortsInput {
  /** The program that is to listen on them, as the kernel names it. */
  readonly program: string;
  readonly ports: readonly number[];
}

/**
 * Checks that nobody else listens where a service is to listen. HAProxy, told to reload, goes on with its old settings
 * when a port is taken, and systemd calls that a success.
 */
export const portsStep = defineStep({
  id: "host.ports",
  typicalMs: 50,
  label: ({ ports }: PortsInput) => `ports ${ports.join(", ")}`,
  title: ({ program, ports }: PortsInput) => `Check that ${program} can have ports ${list(ports)}`,
  why: () => "A service whose port is taken does not serve, even where it starts.",
  needs: ({ ports }: PortsInput) => ({ holders: ask(portHolders, { ports }) }),
  decide: ({ program, ports }, { holders }) => {
    const taken = holders.find(
      ({ port, program: holder }) =>
        holder !== program && !holders.some((own) => own.port === port && own.program === program),
    );
    if (taken === undefined) return inSync(`nobody else listens on ${list(ports)}`);
    return fail({
      code: "host.unsuitable",
      detail: `Port ${taken.port} is taken: ${holderOf(taken)} listens on it, where ${program} is to listen.`,
      remedies: [
        taken.processId === null
          ? `See what it is: ss -ltnp 'sport = :${taken.port}'. Stop it, then Resume.`
          : `See what started it: systemctl status ${taken.processId}. Stop and disable that, then Resume.`,
        "Or give the role to a host of its own.",
      ],
    });
  },
});

const list = (ports: readonly number[]) =>
  `${ports.slice(0, -1).join(", ")} and ${ports.at(-1) ?? ""}`;

const holderOf = ({ program, processId }: PortHolder) =>
  program === null ? "the kernel itself" : `${program} (process ${processId})`;
