import { type HostSettings, hostSettings } from "@/lib/schemas/host-settings";
import type { HostSettingsNow } from "@/lib/schemas/host-settings-now";

/** The form's fields, as they are typed. */
export interface SettingsDraft {
  readonly hostName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly keyboard: string;
  readonly swapOff: boolean;
  readonly memoryCgroups: boolean;
  readonly port: string;
  readonly keyOnly: boolean;
  readonly fixed: boolean;
  readonly interface: string;
  readonly address: string;
  readonly gateway: string;
  readonly dns: string;
}

/** What is changed as one: the fixed address is one thing of five fields. */
export const TOPICS = [
  "hostName",
  "timeZone",
  "locale",
  "keyboard",
  "swapOff",
  "memoryCgroups",
  "port",
  "keyOnly",
  "fixed",
] as const satisfies readonly (keyof SettingsDraft)[];
export type Topic = (typeof TOPICS)[number];

/** Fields of an address; the rest stand for themselves. */
const OF_ADDRESS = ["fixed", "interface", "address", "gateway", "dns"] as const;

/** The form as the host is. */
export function draftOf(now: HostSettingsNow): SettingsDraft {
  return {
    hostName: now.hostName,
    timeZone: now.timeZone ?? "",
    locale: now.locale ?? "",
    keyboard: now.keyboard ?? "",
    swapOff: now.swap.length === 0,
    memoryCgroups: now.memoryCgroups,
    port: String(now.ssh.ports[0] ?? ""),
    keyOnly: now.ssh.passwords === false,
    ...addressOf(now),
  };
}

const addressOf = ({ network }: HostSettingsNow) => ({
  fixed: false,
  interface: network?.interface ?? "",
  address: network?.addresses[0]?.cidr ?? "",
  gateway: network?.gateway ?? "",
  dns: network?.dns.join(" ") ?? "",
});

/** Zones of a system that nobody has told where it is. */
const NOWHERE: readonly (string | null)[] = [null, "", "UTC", "Etc/UTC", "Europe/London"];

/** What most people want of a new Raspberry Pi: their own time zone, no swap, memory limits. */
export function suggestionsFor(
  now: HostSettingsNow,
  { zone, isMember }: { readonly zone: string | undefined; readonly isMember: boolean },
): Partial<SettingsDraft> {
  const isElsewhere = zone !== undefined && zone !== now.timeZone && NOWHERE.includes(now.timeZone);
  const isPi = now.cmdlineFile !== null;
  return {
    ...(isElsewhere ? { timeZone: zone } : {}),
    ...(isPi && now.swap.length > 0 && now.container === null ? { swapOff: true } : {}),
    ...(isPi && !now.memoryCgroups && !isMember ? { memoryCgroups: true } : {}),
  };
}

/** What of the draft differs from the host. */
export function changedTopics(now: HostSettingsNow, draft: SettingsDraft): readonly Topic[] {
  const before = draftOf(now);
  return TOPICS.filter((topic) =>
    topic === "fixed" ? draft.fixed : draft[topic] !== before[topic],
  );
}

/** The draft with one topic as the host has it. */
export function withoutTopic(now: HostSettingsNow, draft: SettingsDraft, topic: Topic) {
  const before = draftOf(now);
  const fields = topic === "fixed" ? OF_ADDRESS : [topic];
  return { ...draft, ...Object.fromEntries(fields.map((field) => [field, before[field]])) };
}

/** Only what differs, checked; or field → what is wrong with it. */
export type ReadDraft =
  | { readonly settings: HostSettings; readonly problems: null }
  | { readonly settings: null; readonly problems: Partial<Record<keyof SettingsDraft, string>> };

export function readDraft(now: HostSettingsNow, draft: SettingsDraft): ReadDraft {
  const changed = new Set(changedTopics(now, draft));
  const only = <T>(topic: Topic, value: T) => (changed.has(topic) ? value : undefined);
  const ssh = { port: only("port", draft.port), keyOnly: only("keyOnly", draft.keyOnly) };
  const read = hostSettings.safeParse({
    hostName: only("hostName", draft.hostName),
    timeZone: only("timeZone", draft.timeZone),
    locale: only("locale", draft.locale),
    keyboard: only("keyboard", { layout: draft.keyboard }),
    swapOff: only("swapOff", draft.swapOff),
    memoryCgroups: only("memoryCgroups", draft.memoryCgroups),
    ssh: ssh.port === undefined && ssh.keyOnly === undefined ? undefined : ssh,
    address: only("fixed", {
      interface: draft.interface,
      address: draft.address,
      gateway: draft.gateway,
      dns: draft.dns.split(/[\s,]+/).filter((server) => server !== ""),
    }),
  });
  if (read.success) return { settings: read.data, problems: null };
  const found = read.error.issues.map((issue) => [fieldOf(issue.path), issue.message] as const);
  return { settings: null, problems: Object.fromEntries(found.toReversed()) };
}

/** The form's field of a path in the settings. */
export function fieldOf(path: readonly PropertyKey[]): keyof SettingsDraft {
  const [first, second] = path;
  const isGrouped = first === "ssh" || first === "address";
  return String(isGrouped ? (second ?? first) : first) as keyof SettingsDraft;
}
