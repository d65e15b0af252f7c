import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkFile, NetworkFiles } from "./network-file";

const PATH = "/etc/dhcpcd.conf";
/** What an older fixed address may consist of. Source: dhcpcd.conf(5). */
const OF_AN_ADDRESS =
  /^\s*(static\s+(ip_address|routers|domain_name_servers)\s*=|inform(\s|$)|fallback\s)/;
const BEGINS_A_BLOCK = /^\s*(interface|profile|ssid)\s/;

/** A block of its own at the end; what the file said about the same interface's address goes. */
export function dhcpcdFiles(
  { interface: name, address, gateway, dns }: StaticAddress,
  { texts }: NetworkFiles,
): readonly NetworkFile[] {
  const mark = `# gandalf: ${name}`;
  const block = [
    mark,
    `interface ${name}`,
    `static ip_address=${address}`,
    `static routers=${gateway}`,
    ...(dns.length === 0 ? [] : [`static domain_name_servers=${dns.join(" ")}`]),
    `${mark} end`,
  ];
  const kept = withoutAddress(withoutBlock(texts[PATH]?.text ?? "", mark), name);
  const before = kept.trim() === "" ? "" : `${kept.trimEnd()}\n\n`;
  return [
    { path: PATH, content: `${before}${block.join("\n")}\n`, mode: texts[PATH]?.mode ?? 0o644 },
  ];
}

function withoutBlock(text: string, mark: string): string {
  const lines = text.split("\n");
  const from = lines.indexOf(mark);
  const to = lines.indexOf(`${mark} end`);
  return from < 0 || to < from ? text : lines.toSpliced(from, to - from + 1).join("\n");
}

function withoutAddress(text: string, name: string): string {
  const own = new RegExp(`^\\s*interface\\s+${name.replaceAll(".", "\\.")}\\s*$`);
  let isOwn = false;
  return text
    .split("\n")
    .filter((line) => {
      if (BEGINS_A_BLOCK.test(line)) isOwn = own.test(line);
      return !(isOwn && OF_AN_ADDRESS.test(line));
    })
    .join("\n");
}
