import type { Secret } from "@/lib/core/secret";
import type { Text } from "@/lib/core/text";
import { clientName } from "@/lib/render/ddclient/client-name";
import {
  ddnsSettings,
  type DdnsAddress,
  type DdnsName,
  type DdnsSettings,
} from "@/lib/schemas/ddns";

interface DdclientInput {
  readonly settings: DdnsSettings;
  /** One for each name, in their order: passwords and tokens that their providers' schemas let through. */
  readonly secrets: readonly Secret[];
}

/** /etc/ddclient.conf, with secrets: for root alone. Throws for settings that no schema has seen. */
export function ddclientConfig({ settings, secrets }: DdclientInput): Text {
  const { address, everyMinutes, names } = ddnsSettings.parse(settings);
  return [
    "# Written by Gandalf. Changes made here are lost; make them on the network's page.\n",
    `daemon=${everyMinutes * 60}\nsyslog=yes\nssl=yes\n${addressLine(address)}\n`,
    ...names.flatMap((name, index) => block(name, secrets[index] ?? missing(name))),
  ];
}

const missing = ({ name }: DdnsName): never => {
  throw new Error(`no secret for ${name}`);
};

const addressLine = (address: DdnsAddress): string =>
  address.kind === "web" ? `use=web, web='${address.url}'` : `use=if, if=${address.name}`;

/**
 * One name. Its password has a line of its own: ddclient takes everything from the first quote to the last one of that
 * line, whatever is between. Source: ddclient 3.10, _read_config.
 */
const block = (name: DdnsName, password: Secret): readonly (string | Secret)[] => [
  `\n${protocolOf(name)}, \\\n`,
  "password='",
  password,
  `', \\\n${clientName(name)}\n`,
];

/** Source: ddclient(8), "protocol="; desec.readthedocs.io, "Dynamic DNS". */
function protocolOf(entry: DdnsName): string {
  switch (entry.provider) {
    case "no-ip":
      return `protocol=noip, login=${quoted(entry.login)}`;
    case "duckdns":
      return "protocol=duckdns";
    case "desec":
      return `protocol=dyndns2, server=update.dedyn.io, login=${entry.name}`;
    case "cloudflare":
      return `protocol=cloudflare, zone=${entry.zone}, login=token`;
    case "dyndns2":
      return `protocol=dyndns2, server=${entry.server}, script=${entry.path}, login=${quoted(entry.login)}`;
  }
}

/** A backslash takes the next sign as it is. */
const quoted = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, "\\$&");
