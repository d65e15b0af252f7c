import { plural } from "@/lib/format/plural";

const list = (names: readonly string[]): string =>
  names.length <= 2
    ? names.join(" and ")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

/** Adding hosts: addresses, identity, access, facts. */
export const addHosts = {
  title: "Add hosts",
  signsInAs: (user: string, port: number) => `${user}, port ${port}`,
  steps: {
    addresses: "Addresses",
    identity: "Identity",
    access: "Access",
    facts: "Facts and preflight",
  },
  notes: {
    addresses: "Type, paste or scan",
    identity: "Compare fingerprints",
    access: "Password once, then a key",
    facts: "A few seconds",
    answered: (count: number) => `${plural(count, "host")} answered on SSH`,
    confirmed: (count: number, total: number) => `${count} of ${total} confirmed`,
    password: "With a password",
    key: "With an existing key",
  },
  addresses: {
    title: "Which machines?",
    body: "Names or addresses, one on each line. Only SSH is asked for its key; nothing is sent.",
    type: "Type or paste",
    scan: "Scan a network",
    mode: "How to find hosts",
    list: "Hosts",
    listHelp:
      "name, address, a range such as 192.168.1.220-223, user@address or address:port. Lines that start with # are skipped.",
    listPlaceholder: "192.168.1.210\nmaster1.lan\npi@192.168.1.222:2200",
    user: "User",
    userHelp: "For lines without one. Needs root’s rights, or sudo.",
    port: "Port",
    count: (count: number) => plural(count, "host"),
    line: (line: number) => `Line ${line}`,
    linesNeedYou: (count: number) =>
      count === 1 ? "1 line is not a host" : `${count} lines are not hosts`,
    moreLines: (count: number) => `and ${plural(count, "more line")}`,
    drop: "Leave these lines out",
    network: "Network",
    networkHelp: "A network of the panel’s own machine, at most 1,022 addresses (/22).",
    start: "Scan",
    scanning: (network: string) => `Asking every address of ${network}…`,
    nothingFound: (network: string, port: number) =>
      `Nobody in ${network} answers SSH on port ${port}.`,
    nothingFoundHelp:
      "Is SSH switched on there? On Raspberry Pi OS: raspi-config, Interface options.",
    found: (count: number) => `${plural(count, "machine answers", "machines answer")} SSH`,
    already: (name: string) => `Already here as ${name}`,
    none: "Type at least one host.",
    noneChosen: "Choose at least one host.",
    noUser: "Name the user to sign in as.",
    read: "Read their keys",
  },
  identity: {
    title: "Is it really your machine?",
    body: "Compare each fingerprint with the one the host shows on its own screen. After that it is pinned: if it ever changes, Gandalf stops before it sends any secret.",
    reading: (count: number) => `Reading the keys of ${plural(count, "host")}…`,
    matches: "It matches",
    differs: "It does not",
    willPin: "Matches, will be pinned",
    leftOut: "Left out",
    leaveOut: "Leave it out",
    undo: "Undo",
    allMatch: (count: number) => (count === 2 ? "Both match" : `All ${count} match`),
    tryAgain: "Try again",
    known: (name: string) => `Already here as ${name}`,
    changed: (date: string) => `This is not the key that was pinned on ${date}.`,
    changedBody:
      "Either the disk was written anew, or another machine answers at this address. Nothing was sent to it.",
    reimaged: "I re-imaged it: compare the new key",
    warned: "Then it is not your machine, or somebody stands between. Nothing was sent to it.",
    twin: (name: string) =>
      `The same key as ${name}: one machine under two addresses, or a copied image.`,
    summary: (confirmed: number, total: number) => {
      const head = `${confirmed} of ${total} confirmed.`;
      if (confirmed === 0) return `${head} Compare at least one.`;
      if (confirmed === total) return head;
      return `${head} You can go on with ${confirmed === 1 ? "that one" : "those"} and add the others later.`;
    },
    continueWith: (names: readonly string[]) =>
      names.length <= 2 ? `Continue with ${list(names)}` : `Continue with ${names.length} hosts`,
    none: "Compare at least one fingerprint.",
  },
  next: {
    title: "What happens next",
    password: "You type the password once. It goes to the pinned hosts only and is forgotten.",
    key: "The panel’s own key is installed, then tried over a new connection.",
    facts: "Facts are read in one round trip. Nothing else changes on the host.",
  },
  access: {
    title: "How does the panel get in?",
    body: (count: number) =>
      `Needed once for ${plural(count, "host")}. After that the panel uses a key of its own.`,
    kind: "Sign in with",
    password: "Password",
    key: "Existing key",
    user: "User",
    passwordLabel: "Password",
    sudoOther: "sudo asks for another password",
    sudoAsks: "sudo asks for a password",
    sudoPassword: "sudo password",
    privateKey: "Private key",
    privateKeyHelp: "OpenSSH or PEM. It is used now to install the panel’s key and is forgotten.",
    passphrase: "Passphrase",
    passphraseIf: "if the key has one",
    perHost: "Some hosts differ",
    perHostHelp: "What a host needs otherwise; an empty field takes the answer above.",
    none: "Type the password.",
    noneKey: "Paste the private key.",
    noneSudo: "Type the sudo password.",
    add: (count: number) => `Add ${plural(count, "host")}`,
  },
  facts: {
    title: (done: number, total: number) =>
      done === total ? `${plural(total, "host")} added` : `Adding ${plural(total, "host")}`,
    body: "Sign in, check sudo, install the panel’s key, try it on a new connection, read facts.",
    repairBody: (count: number) =>
      `${plural(count, "host needs", "hosts need")} you. The others are kept; nothing you typed is lost.`,
    waiting: "Waiting",
    working: "Signing in and reading facts",
    added: "Added",
    failed: "Needs you",
    retry: "Try again",
    compareAgain: "Compare its key again",
    leaveOut: "Leave it out",
    retryAll: (count: number) => `Try ${plural(count, "host")} again`,
    sameRefused: (user: string, hosts: readonly string[]) =>
      `${plural(hosts.length, "host")} refused the same password of ${user}: ${hosts.join(", ")}`,
    toldAbove: "It refused the password, as others did: give the right one above.",
    repairAlone: "Repair it alone",
    countAdded: (count: number) => `${count} added`,
    countWorking: (count: number) => `${count} being added`,
    countFailed: (count: number) => `${count} need you`,
    countWaiting: (count: number) => `${count} waiting`,
    toHosts: "See the hosts",
    toCluster: "New cluster with these",
    backToCluster: "Back to the new cluster",
    stillRunning: "Wait for the hosts that are being added.",
  },
  fields: {
    name: "Name",
    address: "Address",
    port: "Port",
    user: "User",
  },
};
