import { plural } from "@/lib/format/plural";

/** A host's own settings: the form, and the plan made of it. */
export const hostSettingsWords = {
  crumb: "Settings",
  menu: "Settings…",
  title: (host: string) => `Settings of ${host}`,
  facts: (host: string) =>
    `As ${host} told just now. Nothing changes before you have seen the plan.`,
  reading: "Reading the host's settings…",
  readAgain: "Read again",
  back: "Back to the hosts",
  differs: {
    title: "What differs",
    count: (count: number) => plural(count, "change"),
    none: "Nothing differs. Change a field below; what you change is listed here.",
    leave: "Leave as it is",
    leaveThis: (label: string) => `Leave ${label} as it is`,
    suggested: "suggested",
    fixed: (address: string) => `${address}, fixed`,
    nothing: "not set",
    on: "on",
    off: "off",
  },
  place: "Name and place",
  login: "Logging in",
  cluster: "For Kubernetes",
  network: "Address",
  fields: {
    hostName: "Host name",
    timeZone: "Time zone",
    locale: "Locale",
    keyboard: "Keyboard layout",
    swapOff: "Turn swap off",
    memoryCgroups: "Let the kernel limit memory",
    port: "SSH port",
    keyOnly: "Only keys: nobody logs in with a password",
    fixed: "Give the host a fixed address",
    interface: "Interface",
    address: "Address with its network",
    gateway: "Gateway",
    dns: "Name servers",
  },
  labels: {
    hostName: "host name",
    timeZone: "time zone",
    locale: "locale",
    keyboard: "keyboard layout",
    swapOff: "swap",
    memoryCgroups: "memory control groups",
    port: "SSH port",
    keyOnly: "login with a password",
    fixed: "address",
  },
  help: {
    member: (host: string, cluster: string) =>
      `${cluster} knows ${host} by this name. Remove it from the cluster to rename it.`,
    memberAddress: (cluster: string) =>
      `The other hosts of ${cluster} reach it here: this address can be made fixed, but not changed.`,
    timeZone: "For logs and timers. Your browser's is suggested.",
    locale: "Such as es_ES.UTF-8.",
    keyboard: "For a keyboard at the host itself.",
    swapOff: "Swapping wears an SD card out, and Kubernetes plans with real memory.",
    swapNone: "The host does not swap.",
    container: (kind: string) =>
      `The host is a container (${kind}): swap is its machine's business.`,
    memoryCgroups: (file: string) =>
      `k3s needs it. Written into ${file}, and the host reboots once.`,
    memoryOn: "The kernel limits memory already.",
    memoryNoFile: "This host has no cmdline.txt: its boot loader says what the kernel does.",
    memoryMember: (cluster: string) =>
      `Takes effect when the host is rebooted from the Nodes page of ${cluster}.`,
    trial:
      "On trial: the panel logs in anew. Unless that works within 90 s the host brings the old setting back by itself, also after a power cut.",
    keyOnly: "The panel logs in with its own key already. Others need theirs on the host.",
    keyOnlyOn: "Nobody can log in with a password.",
    manager: (name: string) =>
      `${name} rules this interface; the address is written where it reads it.`,
    noManager: "The panel does not know who rules this interface, so it cannot set its address.",
    dns: "Separated by spaces. Left empty: the ones that the host has otherwise.",
  },
  managers: {
    netplan: "netplan",
    networkmanager: "NetworkManager",
    networkd: "systemd-networkd",
    dhcpcd: "dhcpcd",
    ifupdown: "ifupdown",
  },
  leased: "leased by DHCP",
  preview: "Make the plan",
  previewNone: "Nothing to change",
  previewFoot: "Next: the plan. It shows every file and command before anything happens.",
  plan: {
    back: "Back to the settings",
    bad: "This address holds no plan that the panel knows.",
    badRemedy: "Go back to the hosts and begin again.",
  },
};
