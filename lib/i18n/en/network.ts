import { plural } from "@/lib/format/plural";
import { networkDdns } from "./network-ddns";
import { networkLists } from "./network-lists";
import { networkMatrix } from "./network-matrix";
import { networkNew } from "./network-new";
import { networkTrial } from "./network-trial";

/** The pages of a site's network. */
export const network = {
  title: "Network",
  all: "All sites",
  newSite: "New site",
  listFacts: "What may talk to what, and whether it is so.",
  hosts: (count: number) => plural(count, "host"),
  facts: (zones: number, hosts: number) => `${plural(zones, "zone")}, ${plural(hosts, "host")}`,
  measured: "measured",
  neverMeasured: "never measured",
  tracePacket: "Trace a packet",
  measureNow: "Measure now",
  measureFailed: "Nothing was measured",
  empty: {
    title: "No site yet",
    body: "A site says which networks there are and who may talk to whom. The panel makes each host’s firewall rules from it, tries them with a way back, and measures whether they hold.",
  },
  columns: {
    site: "Site",
    state: "Rules",
    hosts: "Hosts",
    measured: "Measured",
    agree: (agree: number, differ: number) =>
      differ === 0 ? `all ${agree} agree,` : `${differ} differ,`,
  },
  states: {
    running: "A job is at work",
    notApplied: "Not on the hosts",
    behind: "Newer than on the hosts",
    applied: "On the hosts",
  },
  menu: {
    label: "More about this site",
    edit: "Name and hosts",
    all: "All sites",
    clear: "Take the rules off all hosts",
  },
  tabs: {
    label: "Sections of the network",
    matrix: "Matrix",
    rules: "Rules",
    forwards: "Port forwards",
    ddns: "Dynamic DNS",
    services: "Services",
    exceptions: "Exceptions",
    trace: "Trace",
    zones: "Zones and firewalls",
  },
  findings: {
    label: "What is odd about this policy",
    more: (count: number) => `Show ${count} more`,
    fewer: "Show fewer",
    show: "Show it",
    severities: { blocker: "Keeps the rules from being applied", warning: "Warning", note: "Note" },
  },
  draft: {
    put: "Put in the draft",
    notSaved: (count: number) => `${plural(count, "change")} not saved`,
    what: "What changed",
    discard: "Discard",
    save: "Save",
    saveAndApply: "Save and apply…",
    apply: "Apply…",
    notApplied: (revision: number, applied: number | null) =>
      applied === null
        ? "The policy is saved, but not on the hosts yet."
        : `Saved as revision ${revision}; the hosts have revision ${applied}.`,
    blocked: (count: number) =>
      count === 1
        ? "1 finding keeps the rules from being applied."
        : `${count} findings keep the rules from being applied.`,
    running: "A job works on this site.",
    watch: "Watch it",
    failed: "The policy was not saved",
    parts: {
      zones: "Zone",
      services: "Service",
      cells: "Cell",
      exceptions: "Exception",
      forwards: "Port forward",
      masquerade: "Masquerading",
      firewalls: "Firewall",
    },
    hows: { added: "added", changed: "changed", removed: "removed", moved: "moved" },
  },
  conflict: {
    title: "Somebody else saved this policy meanwhile",
    description: "Your changes were made on an older revision. One of the two stays.",
    theirs: "What they changed",
    mine: "What you changed",
    takeTheirs: "Drop mine, take theirs",
    saveMine: "Save mine over theirs",
    nothing: "nothing",
  },
  siteDialog: {
    title: "Name and hosts",
    name: "Name",
    save: "Save",
    delete: "Delete site",
    deleteSure: (name: string) => `Delete ${name} and its policy`,
    deleteLater: "To delete the site, take its rules off all hosts first.",
  },
  hostTicks: {
    title: "Hosts",
    count: (chosen: number, all: number) => `${chosen} of ${all}`,
    all: "All of them",
    inSite: (site: string) => `in ${site}`,
    none: "No hosts yet. Add them first; a site may also begin without.",
  },
  plan: {
    titles: {
      "apply-site": (site: string) => `Apply the network rules of ${site}`,
      "clear-site": (site: string) => `Take the network rules of ${site} off all hosts`,
      "apply-ddns": (site: string) => `Keep the names of ${site} at its address`,
      "clear-ddns": (site: string) => `Stop keeping the names of ${site}`,
    },
    trial: "New rules are on trial first. What cannot be proved goes back by itself.",
    askMe: "Wait for my word before keeping them",
    back: "Back",
    clearUndo: "Applying the site again puts the rules back.",
    clearVerb: "Take the rules off",
    clear: {
      question: (site: string) => `Take the rules of ${site} off all hosts?`,
      happens: "Everything the hosts listen to is open to whoever reaches them.",
      verb: "Take the rules off",
      protection: "Every rule the panel made",
      protectionDetail: "Zones, port forwards, exceptions, masquerading",
      gone: "gone",
      hosts: (count: number) => plural(count, "host"),
      open: "open",
      policy: "The policy in the panel",
      policyDetail: "Matrix, forwards and exceptions stay saved",
      kept: "kept",
    },
  },
  ...networkMatrix,
  ...networkLists,
  ddns: networkDdns,
  new: networkNew,
  trial: networkTrial,
};
