import { type Document, isMap, parseDocument, stringify, type YAMLMap } from "yaml";
import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkFile, NetworkFiles } from "./network-file";

/** Kinds of definitions that carry addresses. Source: netplan-yaml(5). */
const KINDS = ["ethernets", "bridges", "bonds", "vlans"] as const;
/** Keeps cloud-init from writing its own network settings again. Source: cloud-init, "Disabling network configuration". */
const CLOUD_INIT = "/etc/cloud/cloud.cfg.d/99-gandalf-network.cfg";
const CLOUD_INIT_TEXT =
  "# Written by Gandalf: netplan's files hold the host's address.\nnetwork: {config: disabled}\n";

/** The definition of the interface where it stands, comments and all; in a file of its own where there is none. */
export function netplanFiles(
  wanted: StaticAddress,
  { texts, cloudInit }: NetworkFiles,
): readonly NetworkFile[] {
  const edited = Object.keys(texts)
    .filter((path) => path.endsWith(".yaml"))
    .toSorted()
    .flatMap((path) => edit(path, texts[path], wanted));
  // netplan adds lists of several files together: the last file gets the address, the others lose theirs.
  const files = edited.map((file, at) => ({
    path: file.path,
    mode: file.mode,
    content: at === edited.length - 1 ? file.withAddress() : file.without(),
  }));
  return [
    ...(files.length === 0 ? [ownFile(wanted)] : files),
    ...(cloudInit ? [{ path: CLOUD_INIT, content: CLOUD_INIT_TEXT, mode: 0o644 }] : []),
  ];
}

function ownFile(wanted: StaticAddress): NetworkFile {
  const content = stringify({
    network: { version: 2, ethernets: { [wanted.interface]: settingsOf(wanted, []) } },
  });
  const path = `/etc/netplan/90-gandalf-${wanted.interface}.yaml`;
  return { path, content: `# Written by Gandalf.\n${content}`, mode: 0o600 };
}

const settingsOf = ({ address, gateway, dns }: StaticAddress, others: readonly string[]) => ({
  dhcp4: false,
  addresses: [address, ...others],
  routes: [{ to: "default", via: gateway }],
  ...(dns.length === 0 ? {} : { nameservers: { addresses: dns } }),
});

function edit(
  path: string,
  file: NetworkFiles["texts"][string] | undefined,
  wanted: StaticAddress,
) {
  if (file === undefined) return [];
  const document = parseDocument(file.text);
  const at = document.errors.length > 0 ? null : placeOf(document, wanted.interface);
  if (at === null) return [];
  const map = document.getIn(at) as YAMLMap;
  const sixes = addressesOf(map).filter((text) => text.includes(":"));
  return [
    {
      ...{ path, mode: file.mode },
      without: () => {
        for (const key of ["gateway4", "routes"]) map.delete(key);
        if (sixes.length === 0) map.delete("addresses");
        else map.set("addresses", sixes);
        return document.toString();
      },
      withAddress: () => {
        map.delete("gateway4");
        for (const [key, value] of Object.entries(settingsOf(wanted, sixes)))
          map.set(document.createNode(key), document.createNode(value));
        return document.toString();
      },
    },
  ];
}

/** By its name, or by the name that it is given. */
function placeOf(document: Document, name: string): readonly string[] | null {
  for (const kind of KINDS) {
    const group = document.getIn(["network", kind]);
    if (!isMap(group)) continue;
    for (const { key, value } of group.items) {
      const id = String(key);
      if (isMap(value) && (value.get("set-name") ?? id) === name) return ["network", kind, id];
    }
  }
  return null;
}

const addressesOf = (map: YAMLMap): readonly string[] => {
  const list: unknown = (map.toJSON() as Record<string, unknown>)["addresses"];
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : [];
};
