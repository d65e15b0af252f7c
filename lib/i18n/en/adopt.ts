import { DISTRIBUTION_NAMES } from "@/lib/adopt/guess-distribution";
import type { CheckLine, CheckName, ContextFacts, PastedPart } from "@/lib/schemas/adopt";
import { plural } from "@/lib/format/plural";

/** Clusters that somebody else made, adopted by their kubeconfig. */
export const adopt = {
  button: "Adopt a cluster",
  title: "Adopt a cluster",
  facts: "Any Kubernetes that you have a kubeconfig for. Nothing on its hosts changes.",
  replaceTitle: "Replace the kubeconfig",
  replaceFacts: (name: string) =>
    `Give ${name} another kubeconfig, because the old one ended or may too little. It has to lead to the same cluster.`,
  file: "kubeconfig",
  textLabel: "Paste it, or drop its file here",
  textHelp:
    "It is sealed in the panel and never sent back. kubectl config view --raw --flatten --minify prints one that has everything in it.",
  placeholder: "apiVersion: v1\nkind: Config\nclusters:\n…",
  tooLong: "This is longer than 512 KiB: it is not a kubeconfig. Paste the file of one person.",
  contexts: (count: number) => `${plural(count, "context")} in this file`,
  chooseContext: "Choose the cluster that is meant.",
  obstacleCount: (count: number) => (count === 1 ? "1 obstacle" : `${count} obstacles`),
  server: "API address",
  identity: "Proves itself by",
  identities: {
    certificate: "a client certificate",
    token: "a token",
    password: "a name and password",
  } satisfies Record<NonNullable<ContextFacts["identity"]>, string>,
  authorities: "Trusts",
  publicAuthorities: "the public certificate authorities",
  fingerprint: (sha256: string) => `SHA-256 ${sha256}`,
  commands: "commands",
  parts: {
    "certificate-authority": "Certificate authority",
    "client-certificate": "Client certificate",
    "client-key": "Client key",
    token: "Token",
  } satisfies Record<PastedPart, string>,
  partFrom: (path: string) => `What is in ${path}`,
  check: "Check this cluster",
  checkAgain: "Check again",
  checksTitle: "Checks",
  checksBefore: "Nothing is stored yet, and nothing is put into the cluster.",
  checking: (what: string) => `${what}…`,
  checks: {
    address: "Address",
    tls: "Certificate",
    credential: "Credential",
    version: "Version",
    distribution: "Made with",
    reading: "Reading",
    people: "People",
    nodes: "Nodes",
    known: "This panel",
  } satisfies Record<CheckName, string>,
  states: { pass: "passed", warn: "note", fail: "failed" } satisfies Record<
    CheckLine["state"],
    string
  >,
  broken: "The checks broke off. Check again.",
  open: "Open it",
  grantName: "YAML",
  nameTitle: "Name",
  nameLabel: "Name in this panel",
  nameHelp: "Lower-case letters, digits and dashes. The cluster itself knows nothing of it.",
  submit: "Adopt this cluster",
  replaceSubmit: "Use this kubeconfig",
  adopted: "adopted",
  madeWith: (of: keyof typeof DISTRIBUTION_NAMES) => DISTRIBUTION_NAMES[of],
  actions: {
    replace: "Replace the kubeconfig…",
    rename: "Rename…",
    forget: "Forget…",
  },
  readOnly: {
    title: "You can look at everything here, and change nothing",
    body: "Its kubeconfig may not act as the people who use the panel, so nobody has rights of their own in it. An administrator of the cluster can apply this YAML; the panel notices by itself.",
    show: "Show the YAML",
    hide: "Hide the YAML",
  },
  rename: {
    title: (name: string) => `Rename ${name}`,
    label: "New name",
    submit: "Rename",
  },
  forget: {
    question: (name: string) => `Forget ${name}?`,
    happens:
      "The cluster goes on as it is. The panel takes out the roles and bindings that it put there, and throws the kubeconfig away.",
    verb: (name: string) => `Forget ${name}`,
    because: "the panel cannot come back without another kubeconfig",
    kubeconfigs: "kubeconfigs through the panel",
    kubeconfigsDetail: "Everybody’s kubeconfigs for this cluster end at once.",
    ends: "end",
    done: (name: string) => `${name} is forgotten.`,
    removed: (count: number) => `${plural(count, "object")} of the panel’s taken out of it.`,
    left: (objects: readonly string[]) =>
      `Still in the cluster: ${objects.join(", ")}. Delete them with kubectl.`,
  },
};
