import { fail, ok, type Result } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { bootArguments } from "@/lib/provision/facts/boot-arguments";
import { cgroups } from "@/lib/provision/facts/cgroups";
import { fileState } from "@/lib/provision/facts/file-state";
import { hostName } from "@/lib/provision/facts/host-name";
import { hostNetwork } from "@/lib/provision/facts/host-network";
import { localeState } from "@/lib/provision/facts/locale";
import { nameServers } from "@/lib/provision/facts/name-servers";
import { sshdState } from "@/lib/provision/facts/sshd-state";
import { swapState } from "@/lib/provision/facts/swap";
import { timeZoneState } from "@/lib/provision/facts/time-zone";
import { FactBook } from "@/lib/provision/engine/fact-book";
import { ask } from "@/lib/provision/fact";
import type { HostId } from "@/lib/provision/host";
import { KEYBOARD_PATH } from "@/lib/provision/steps/keyboard";
import { NEEDED_CONTROLLERS } from "@/lib/provision/steps/boot-arguments";
import { layoutOf } from "@/lib/render/keyboard/keyboard-file";
import type { HostSettingsAnswer } from "@/lib/schemas/host-settings-now";
import type { Container } from "@/server/container";
import { findHost, storedFacts, type StoredHost } from "@/server/hosts/host-row";

/** How a host is set up now, read in one round trip: what a form begins with. */
export async function readHostSettings(
  c: Pick<Container, "db" | "ssh">,
  id: string,
): Promise<Result<HostSettingsAnswer>> {
  const host = await findHost(c.db, id);
  if (!host.ok) return host;
  const hosts = c.ssh.forReading();
  try {
    return await readAll(new FactBook((hostId) => hosts.hostFor(hostId)), host.value);
  } finally {
    await hosts.close();
  }
}

async function readAll(book: FactBook, host: StoredHost): Promise<Result<HostSettingsAnswer>> {
  const read = async <A, V>(fact: Fact<A, V>, args: A): Promise<Result<V>> => {
    const [answer] = await book.answers(host.id as HostId, [ask(fact, args)]);
    return answer as Result<V>;
  };
  const own = interfaceOf(host);
  const [names, zone, locale, keyboard, swap, groups, boot, sshd, servers, network] =
    await Promise.all([
      read(hostName, {}),
      read(timeZoneState, { zone: "UTC" }),
      read(localeState, {}),
      read(fileState, { path: KEYBOARD_PATH }),
      read(swapState, {}),
      read(cgroups, {}),
      read(bootArguments, {}),
      read(sshdState, {}),
      read(nameServers, {}),
      own === null ? ok(null) : read(hostNetwork, { interface: own }),
    ]);
  const failed = [names, zone, locale, keyboard, swap, groups, boot, sshd, servers, network].find(
    (answer) => !answer.ok,
  );
  if (failed !== undefined && !failed.ok) return fail(failed.problem);
  const value = <V>(answer: Result<V>): V => {
    if (!answer.ok) throw new Error("a failed answer passed its check");
    return answer.value;
  };
  const [file, lines] = [value(keyboard), value(network)];
  return ok({
    settings: {
      hostName: value(names).live,
      timeZone: value(zone).zone ?? value(zone).timezoneFile,
      locale: value(locale).lang,
      keyboard: file === null ? null : layoutOf(file.text),
      swap: value(swap).active,
      container: value(swap).container,
      memoryCgroups: NEEDED_CONTROLLERS.every((name) => value(groups).enabled.includes(name)),
      cmdlineFile: value(boot).file?.path ?? null,
      ssh: { ports: value(sshd).ports, passwords: value(sshd).passwords },
      network:
        own === null || lines === null
          ? null
          : {
              interface: own,
              manager: lines.manager,
              addresses: lines.addresses,
              gateway: lines.gateway,
              dns: value(servers),
            },
    },
  });
}

/** The interface with the address that the panel uses; else the first that has one. */
function interfaceOf({ address, facts }: StoredHost): string | null {
  const interfaces = storedFacts(facts)?.interfaces ?? [];
  const own = interfaces.find(({ addresses }) =>
    addresses.some(({ cidr }) => cidr.split("/")[0] === address),
  );
  const first = interfaces.find(({ addresses }) =>
    addresses.some(({ cidr }) => !cidr.includes(":")),
  );
  return (own ?? first)?.name ?? null;
}
