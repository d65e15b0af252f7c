import { plural } from "@/lib/format/plural";
import type { Severity } from "@/lib/schemas/finding";
import type { DiskKind } from "@/lib/schemas/host-facts";

/** The hosts page, its drawer and dialogs, and adding hosts. */
export const hosts = {
  title: "Hosts",
  noun: "host",
  count: (count: number) => plural(count, "host"),
  facts: {
    none: "No hosts yet.",
    summary: (total: number, unreachable: number) =>
      `${plural(total, "host")}, ${unreachable === 0 ? "all reachable" : `${unreachable} not reachable`}`,
    problems: (count: number) => `, ${count} with problems`,
    read: "Facts read",
  },
  checkAll: "Check all",
  check: "Check",
  checked: (count: number | null) =>
    count === null ? "All hosts checked" : `${plural(count, "host")} checked`,
  checkFailed: "The check did not run",
  add: "Add hosts",
  searchPlaceholder: "Name or address",
  roleFilter: (role: string) => `Role: ${role}`,
  anyRole: "any",
  noRole: "none",
  findingsFirst: "Findings first",
  roles: {
    "load-balancer": "load-balancer",
    datastore: "datastore",
    server: "server",
    agent: "agent",
  },
  columns: {
    host: "Host",
    address: "Address",
    state: "State",
    findings: "Findings",
    memory: "Memory",
    used: "Disk used",
    disk: "Disk",
  },
  severity: { blocker: "Problem", warning: "Warning", note: "Note" } satisfies Record<
    Severity,
    string
  >,
  noFindings: "None",
  notRead: "Not read",
  problemCount: (count: number) => (count === 1 ? "problem" : "problems"),
  warningCount: (count: number) => (count === 1 ? "warning" : "warnings"),
  diskUsed: (percent: string) => `Disk: ${percent} used`,
  diskKinds: {
    sd: "SD",
    emmc: "eMMC",
    nvme: "NVMe",
    ssd: "SSD",
    hdd: "HDD",
    virtual: "virtual",
    unknown: "",
  } satisfies Record<DiskKind, string>,
  empty: {
    title: "No hosts yet",
    body: "A host is any Linux machine that answers SSH: a Raspberry Pi, a virtual machine, an old PC. Nothing changes on it until you have seen a plan.",
  },
  actions: {
    check: "Check",
    edit: "Edit…",
    reboot: "Reboot…",
    remove: "Remove…",
  },
  drawer: {
    tabs: "Sections of this host",
    preflight: "Preflight",
    factsTab: "Facts",
    read: "read",
    neverRead: "not read yet",
    forRole: "For the role",
    anyRole: "General checks; the ones of a role follow when the host has one.",
    clean: "Every check passes.",
    notCheckedTitle: "Nothing is known yet",
    notChecked: "A check reads the host’s facts in one round trip and changes nothing.",
  },
  keyChanged: {
    title: (date: string) => `This is not the key that was pinned on ${date}.`,
    body: "Either its disk was written anew, or another machine answers at this address. Nothing was sent to it.",
    compare: "I re-imaged it: compare the new key",
    dialogTitle: (host: string) => `Was ${host} re-imaged?`,
    dialogBody:
      "Compare the new fingerprint with the one on the host’s own screen. Pin it only when they are the same.",
    pinnedOn: (date: string) => `Pinned on ${date}`,
    newKey: "It shows now",
    reading: "Reading the key it shows now…",
    sameAgain: "The host shows its pinned key again. Check it once more.",
    matches: "It is the same on the host’s own screen",
    reinstall: "Install the panel’s key again",
    reinstallHelp:
      "A re-imaged host has forgotten it. The password goes to this key only and is forgotten.",
    pin: "Pin the new key",
    done: (host: string) => `${host} is pinned to its new key`,
  },
  whereToRead: {
    title: "Where to read it on the host",
    body: "At its own screen and keyboard, or in the hypervisor’s console, run:",
    command: (keyType: string) => `ssh-keygen -lf /etc/ssh/ssh_host_${keyType}_key.pub`,
    what: "the command",
  },
  edit: {
    title: (host: string) => `Edit ${host}`,
    body: "How the panel calls the host and reaches it. Nothing changes on the host.",
    save: "Save",
    done: (host: string) => `${host} saved`,
    sameKey: "Its pinned key stays: another machine at the new address is refused.",
  },
  remove: {
    question: (names: readonly string[]) =>
      names.length === 1 ? `Remove ${names[0]}?` : `Remove ${plural(names.length, "host")}?`,
    happens: "The panel forgets the host and its pinned key. What runs on it goes on.",
    verb: (names: readonly string[]) =>
      names.length === 1 ? `Remove ${names[0]}` : `Remove ${plural(names.length, "host")}`,
    forgotten: "Address, key and facts",
    forgottenDetail: "Add it again by comparing its fingerprint and typing the password.",
    forgottenVerdict: "Forgotten",
    stays: "What was installed on it",
    staysDetail: "Programs, files and users are not touched.",
    staysVerdict: "Stays",
    keyOff: "Also remove the panel’s key from the host",
    keyOffHelp: (away: readonly string[]) =>
      away.length === 0
        ? "Its line is taken out of authorized_keys; other keys stay."
        : `${away.join(", ")} ${away.length === 1 ? "does" : "do"} not answer now. The panel tries, and then says how to remove the line by hand.`,
    leftTitle: (count: number) =>
      count === 1
        ? "The panel’s key is still on one host"
        : `The panel’s key is still on ${count} hosts`,
    leftBody: "The panel has forgotten them. Run this there to take its key off.",
    leftCommand: (host: string) => `Command for ${host}`,
    done: (count: number) => `${plural(count, "host")} removed`,
    refusedTitle: (count: number) =>
      count === 1 ? "This host is at work" : "Some of these hosts are at work",
    refusedBody: "The panel forgets only hosts that no cluster uses.",
    inCluster: (host: string, cluster: string) =>
      `${host} belongs to cluster ${cluster}. Remove it from the cluster first.`,
  },
  sudo: { none: "without a password", password: "with a password, kept sealed" },
  factNames: {
    os: "System",
    kernel: "Kernel",
    arch: "Architecture",
    model: "Model",
    cpu: "CPU",
    memory: "Memory",
    swap: "Swap",
    disks: "Disks",
    space: "Free space",
    addresses: "Addresses",
    gateway: "Gateway",
    clock: "Clock",
    cgroups: "cgroups",
    cmdline: "Kernel command line",
    ports: "Listening",
    software: "Installed",
    mirror: "Package mirror",
    hostKey: "Host key",
    user: "User",
    sudo: "sudo",
  },
  factValues: {
    free: (free: string, total: string) => `${free} of ${total}`,
    none: "none",
    unknown: "unknown",
    cores: (count: number, model: string) =>
      `${plural(count, "core")}${model === "" ? "" : `, ${model}`}`,
    userland: (kernel: string, userland: string) => `${kernel} kernel, ${userland} userland`,
    leased: "DHCP",
    synced: "in sync",
    notSynced: "not in sync",
    skew: (amount: string) => `${amount} off the panel’s`,
    notReachable: "not reachable",
    off: "off",
  },
};
