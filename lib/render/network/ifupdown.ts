import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkFile, NetworkFiles } from "./network-file";

const MAIN = "/etc/network/interfaces";
const RESOLV = "/etc/resolv.conf";
/** Source: interfaces(5): what begins another stanza. */
const BEGINS =
  /^\s*(iface|mapping|auto|allow-\S+|source|source-directory|no-auto-down|no-scripts|rename)\b/;
/** Of the address itself, and of the DHCP that goes. */
const OF_AN_ADDRESS =
  /^\s*(address|netmask|gateway|broadcast|network|dns-nameservers|hostname|leasehours|leasetime|vendor|client|metric)\s/;

/** Interface names hold letters, digits, dashes and dots. */
const pattern = (name: string) => name.replaceAll(".", "\\.");

/** The stanza of the interface, where it stands; whatever else it says (mtu, post-up) stays. */
export function ifupdownFiles(
  wanted: StaticAddress,
  { texts }: NetworkFiles,
): readonly NetworkFile[] {
  const stanza = new RegExp(`^\\s*iface\\s+${pattern(wanted.interface)}\\s+inet\\s`);
  const holds = (text: string) => text.split("\n").some((line) => stanza.test(line));
  const path = Object.keys(texts).find((candidate) => holds(texts[candidate]?.text ?? "")) ?? MAIN;
  const file = texts[path];
  const edited = replaced((file?.text ?? "").split("\n"), stanza, wanted);
  return [
    { path, content: withStart(edited, wanted.interface, texts), mode: file?.mode ?? 0o644 },
    ...nameServers(wanted, texts),
  ];
}

function replaced(
  lines: readonly string[],
  stanza: RegExp,
  { interface: name, address, gateway, dns }: StaticAddress,
): readonly string[] {
  const block = [
    `iface ${name} inet static`,
    `    address ${address}`,
    `    gateway ${gateway}`,
    ...(dns.length === 0 ? [] : [`    dns-nameservers ${dns.join(" ")}`]),
  ];
  const from = lines.findIndex((line) => stanza.test(line));
  if (from < 0) return [...trimmed(lines), "", ...block, ""];
  const next = lines.findIndex((line, at) => at > from && BEGINS.test(line));
  const to = next < 0 ? lines.length : next;
  const kept = lines.slice(from + 1, to).filter((line) => !OF_AN_ADDRESS.test(line));
  return [...lines.slice(0, from), ...block, ...kept, ...lines.slice(to)];
}

const trimmed = (lines: readonly string[]) =>
  lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);

/** Without one of these lines the interface would stay down after a boot. */
function withStart(lines: readonly string[], name: string, texts: NetworkFiles["texts"]): string {
  const starts = new RegExp(
    `^\\s*(auto|allow-hotplug|allow-auto)\\s+(.*\\s)?${pattern(name)}(\\s|$)`,
    "m",
  );
  const isStarted = Object.values(texts).some(({ text }) => starts.test(text));
  const text = lines.join("\n");
  return isStarted || starts.test(text)
    ? text
    : text.replace(new RegExp(`^(?=iface ${pattern(name)} inet static$)`, "m"), `auto ${name}\n`);
}

/** Where nothing else keeps resolv.conf, a fixed address leaves it to us. */
function nameServers({ dns }: StaticAddress, texts: NetworkFiles["texts"]): readonly NetworkFile[] {
  const file = texts[RESOLV];
  if (file === undefined || dns.length === 0) return [];
  const others = file.text.split("\n").filter((line) => !/^\s*nameserver\s/.test(line));
  const lines = [...trimmed(others), ...dns.map((server) => `nameserver ${server}`), ""];
  return [{ path: RESOLV, content: lines.join("\n"), mode: file.mode }];
}
