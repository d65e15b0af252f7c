import { hostName, hostTarget, type HostTarget } from "./host";
import { isIpv4 } from "./network";

/** A host as somebody listed it. */
export interface ListedHost extends HostTarget {
  /** As the list calls it; otherwise the host's own name is taken. */
  readonly name?: string;
}

/** A line that is no host. */
export interface LineProblem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** What is wrong with it, and what to write instead. */
  readonly problem: string;
}

export interface HostList {
  /** In the order of the list; a host that is listed twice comes once. */
  readonly targets: readonly ListedHost[];
  readonly problems: readonly LineProblem[];
}

interface Defaults {
  readonly user: string;
  readonly port: number;
}

/** What one line says, before it is checked. */
interface Draft {
  address?: string;
  port?: string;
  user?: string;
  name?: string;
}

/** As many as are probed at a time. */
const MOST_HOSTS = 256;
/** A host takes less; what is longer was pasted by mistake. */
const LONGEST_LINE = 300;
const TEXT_SHOWN = 120;

/**
 * Reads a pasted list: an address or name a line, a range of addresses, "user@host:port", ssh commands and URLs, lines of
 * /etc/hosts, CSV (with or without a header) and Ansible inventories. "#" begins a comment.
 */
export function parseHostList(text: string, defaults: Defaults): HostList {
  const targets = new Map<string, ListedHost>();
  const problems: LineProblem[] = [];
  let columns: readonly Column[] | null = null;
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.replace(/(^|\s)(#|\/\/).*$/, "").trim();
    if (line === "" || /^\[[\w:.-]*[a-z][\w:.-]*\]$/i.test(line)) continue; // an inventory's [group]
    const header = headerOf(line);
    if (header !== null) {
      columns = header;
      continue;
    }
    const hosts = readRange(line, (single) => readLine(single, columns, defaults));
    const problem = typeof hosts === "string" ? hosts : admitAll(hosts, targets);
    if (problem !== null) problems.push({ line: at + 1, text: shown(raw), problem });
  }
  return { targets: [...targets.values()], problems };
}

/** The hosts of a line, or what is wrong with the first that is none. */
function readRange(
  line: string,
  read: (single: string) => ListedHost | string,
): readonly ListedHost[] | string {
  const hosts: ListedHost[] = [];
  const singles = expandRange(line);
  if (singles === null) return "A range goes up, such as 192.168.1.220-223.";
  for (const single of singles) {
    const host = read(single);
    if (typeof host === "string") return host;
    if (singles.length > 1 && host.name !== undefined)
      return "A range of addresses cannot share one name. Leave the name out.";
    hosts.push(host);
  }
  return hosts;
}

/** "192.168.1.220-223" and "192.168.1.220-192.168.1.223": a line for each address; null when from is after to. */
function expandRange(line: string): readonly string[] | null {
  const range = /\b(\d{1,3}\.\d{1,3}\.\d{1,3}\.)(\d{1,3})-(?:\1)?([\w.]+)/.exec(line);
  if (range === null) return [line];
  const [whole, network = "", from = "", to = ""] = range;
  const count = Number(to) - Number(from) + 1;
  if (!(count >= 1 && count <= MOST_HOSTS)) return null;
  const addresses = Array.from({ length: count }, (_, i) => `${network}${Number(from) + i}`);
  return addresses.map((address) => line.replace(whole, address));
}

/** Answers why the first of them that does not fit is left out. */
const admitAll = (hosts: readonly ListedHost[], targets: Map<string, ListedHost>): string | null =>
  hosts.map((host) => admit(host, targets)).find((problem) => problem !== null) ?? null;

/** Takes a host in unless it is there already; answers why not. */
function admit(host: ListedHost, targets: Map<string, ListedHost>): string | null {
  const key = `${host.address.toLowerCase()} ${host.port}`;
  if (targets.has(key)) return null;
  if (targets.size >= MOST_HOSTS)
    return `More than ${MOST_HOSTS} hosts: add these first, then the others.`;
  targets.set(key, host);
  return null;
}

const shown = (raw: string) => {
  const text = raw.trim().replace(/[\p{Cc}\p{Cf}]/gu, "\ufffd");
  return text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}…` : text;
};

type Column = keyof Draft | null;

const COLUMN_NAMES: Readonly<Record<string, keyof Draft>> = {
  name: "name",
  hostname: "name",
  address: "address",
  ip: "address",
  host: "address",
  ansible_host: "address",
  port: "port",
  ansible_port: "port",
  user: "user",
  username: "user",
  ansible_user: "user",
};

/** "name,address,port,user" as the first line of a table. */
function headerOf(line: string): readonly Column[] | null {
  const cells = line.split(/[,;\t]/).map((cell) => cell.trim().toLowerCase());
  const columns = cells.map((cell) => COLUMN_NAMES[cell] ?? null);
  return cells.length > 1 && columns.includes("address") && !columns.includes(null)
    ? columns
    : null;
}

/** The host, or what is wrong with the line. */
function readLine(
  line: string,
  columns: readonly Column[] | null,
  defaults: Defaults,
): ListedHost | string {
  if (line.length > LONGEST_LINE) return "This is too long to be a host. Write one host a line.";
  const draft = columns === null ? readFree(line) : readRow(line, columns);
  if (draft === null) return "This is no host. Write an address or name, such as 192.168.1.220.";
  return checked(draft, defaults);
}

function readRow(line: string, columns: readonly Column[]): Draft {
  const draft: Draft = {};
  for (const [at, cell] of line.split(/[,;\t]/).entries()) {
    const column = columns[at];
    const text = cell.trim().replaceAll('"', "");
    if (column && text !== "") draft[column] = text;
  }
  return draft;
}

const isPort = (word: string) => /^\d{1,5}$/.test(word);

/** Words in the order people write them: [name] address [port] [user], or address name as in /etc/hosts. */
function readFree(line: string): Draft | null {
  const words = line
    .replace(/^ssh\s+/, "")
    .replace(/\s-p\s*(\d+)/, " port=$1")
    .replace(/^-p\s*(\d+)\s+(\S+)/, "$2 port=$1")
    .replace(/\s-l\s+(\S+)/, " user=$1")
    .split(/[\s,;]+/)
    .map((word) => word.replaceAll(/^["']|["']$/g, ""))
    .filter((word) => word !== "");
  const draft: Draft = {};
  const plain = words.filter((word) => !takePair(word, draft));
  if (plain.length > 4) return null;
  if (draft.address !== undefined) return namedOnly(plain, draft);
  const at = Math.max(plain.findIndex(looksLikeAddress), 0);
  const [target, ...after] = plain.slice(at);
  if (target === undefined || at > 1) return null;
  const [before] = plain.slice(0, at);
  Object.assign(draft, splitTarget(target), before === undefined ? {} : { name: before });
  return takeAfter(after, draft);
}

/** "ansible_host=192.168.1.220" */
function takePair(word: string, draft: Draft): boolean {
  const [, key = "", value = ""] = /^([a-z_]+)=(.*)$/i.exec(word) ?? [];
  const column = COLUMN_NAMES[key.toLowerCase()];
  if (column !== undefined) draft[column] = value;
  return key !== "";
}

function namedOnly(plain: readonly string[], draft: Draft): Draft | null {
  if (plain.length > 1) return null;
  return plain[0] === undefined ? draft : { name: plain[0], ...draft };
}

function takeAfter(after: readonly string[], draft: Draft): Draft | null {
  for (const word of after) {
    if (isPort(word) && draft.port === undefined) draft.port = word;
    else if (draft.port !== undefined && draft.user === undefined) draft.user = word;
    else if (draft.name === undefined && draft.port === undefined) draft.name = word;
    else return null;
  }
  return draft;
}

const looksLikeAddress = (word: string) =>
  word.includes("@") ||
  word.includes("://") ||
  isIpv4(word.split(":")[0] ?? "") ||
  /:.*:/.test(word);

/** "ssh://user@host:port", "user@[fe80::1]:22", "fe80::1" */
function splitTarget(word: string): Draft {
  const [, user, rest = ""] = /^(?:ssh:\/\/)?(?:([^@]*)@)?(.*?)\/?$/.exec(word) ?? [];
  const bracketed = /^\[([^\]]+)\](?::(.*))?$/.exec(rest);
  const isIpv6 = bracketed === null && (rest.match(/:/g)?.length ?? 0) > 1;
  const [, address = rest, port] = bracketed ?? (isIpv6 ? [] : (/^([^:]*):(.*)$/.exec(rest) ?? []));
  return {
    address,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
  };
}

/** The form's own rules, in one sentence for the line. */
function checked(draft: Draft, defaults: Defaults): ListedHost | string {
  const { name, ...place } = draft;
  const parsed = hostTarget.safeParse({ address: "", ...defaults, ...place });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue?.path[0] === "port") return `"${draft.port ?? ""}" is no port. Ports are 1 to 65535.`;
    return issue?.message ?? "This is no host.";
  }
  if (name === undefined) return parsed.data;
  const label = hostName.safeParse(name.split(".")[0]?.toLowerCase());
  if (label.success) return { ...parsed.data, name: label.data };
  return `"${name}": ${label.error.issues[0]?.message ?? "not a name."}`;
}
