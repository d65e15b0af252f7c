import { plural } from "@/lib/format/plural";
import type { AppCheck } from "@/lib/schemas/app-check";
import type { Expose, ParameterName } from "@/lib/templates/parameters";
import type { TemplateId } from "@/lib/templates/templates";

type CheckSentences = {
  [Code in AppCheck["code"]]: (check: Extract<AppCheck, { code: Code }>) => string;
};

/** Deploying apps from templates. */
export const deploy = {
  crumb: "Deploy",
  button: "Deploy",
  galleryTitle: "Deploy an app",
  galleryFacts:
    "Choose a template; its form writes the YAML. Nothing is touched before you say so.",
  ownYaml: "Paste YAML instead",
  another: "Choose another template",
  templates: {
    nginx: ["nginx", "A web server. Ten copies of nginx 1.14.2 on port 80, the reference."],
    "static-site": ["Static site", "One page of your own, served by nginx."],
    wordpress: ["WordPress", "WordPress with a MariaDB of its own; files and tables on volumes."],
    "any-image": ["Any image", "Whatever listens on one port."],
  } satisfies Record<TemplateId, readonly [string, string]>,
  title: (name: string) => `Deploy ${name}`,
  groups: {
    what: ["What", "The image and how many copies."],
    page: ["Page", "What visitors see."],
    much: ["How much", "Asked for each copy."],
    who: ["Who can reach it", "Inside only, or the internet."],
    data: ["Environment and data", "Settings and what outlives a copy."],
  } satisfies Record<string, readonly [string, string]>,
  labels: {
    name: "Name",
    namespace: "Namespace",
    image: "Image",
    replicas: "Copies",
    port: "Port",
    cpuMillis: "CPU",
    memoryMiB: "Memory",
    memoryLimitMiB: "At most",
    environment: "Environment",
    volume: "Volume",
    expose: "Reached through",
    page: "HTML",
    databaseImage: "Database image",
    databaseGiB: "Database volume",
    siteGiB: "Volume for files",
    databasePassword: "Database password",
  } satisfies Record<ParameterName, string>,
  helps: {
    replicas: "How many run at the same time.",
    environment: "Secret ones go into a secret, not into the deployment.",
    databasePassword: "Made for you. It is stored in a secret of the app.",
    page: "Stored in a config map; at most 900 KiB.",
  } as Partial<Record<ParameterName, string>>,
  units: {
    port: "TCP",
    cpuMillis: "millicores",
    memoryMiB: "MiB",
    memoryLimitMiB: "MiB",
    databaseGiB: "GiB",
    siteGiB: "GiB",
  } as Partial<Record<ParameterName, string>>,
  expose: {
    cluster: "Cluster only",
    "node-port": "Port on nodes",
    "load-balancer": "Load balancer",
    host: "Host name",
  } satisfies Record<Expose["kind"], string>,
  host: "Host name",
  hostHelp: "The name must lead to the cluster’s load balancer.",
  withVolume: "Keep data on a volume",
  volumeSize: "Size",
  volumePath: "Path in the container",
  variable: "Name",
  value: "Value",
  secret: "Secret",
  addVariable: "Add a variable",
  removeVariable: (name: string) => `Remove ${name || "this variable"}`,
  liveYaml: "YAML",
  object: (kind: string, name: string) => `${kind} ${name}`,
  objects: "Objects",
  editAsYaml: "Edit as YAML",
  checks: "Checked before",
  checking: "Checking…",
  wouldAccept: (accepted: number, all: number) =>
    `The cluster would accept ${accepted} of ${plural(all, "object")}`,
  submit: (copies: number | undefined) => {
    if (copies === undefined) return "Deploy";
    return copies === 1 ? "Deploy 1 copy" : `Deploy ${copies} copies`;
  },
  started: (name: string) => `${name} is on its way.`,
  check: {
    "name-taken": ({ objects }) => `${objects.join(", ")} is there already and not of this app.`,
    updates: ({ objects }) => `Changes what is there: ${objects.join(", ")}.`,
    "namespace-new": ({ namespace }) => `Namespace ${namespace} is made with it.`,
    "host-taken": ({ host, by }) => `${by} already answers at ${host}.`,
    quota: ({ quota, resource, asked, left, fits }) =>
      fits
        ? `Quota ${quota} holds: ${asked} of ${left} left (${resource}).`
        : `Quota ${quota} does not hold: ${asked} asked, ${left} left (${resource}).`,
    "pinned-volume": ({ storageClass }) =>
      `Volumes of ${storageClass} lie on one node’s disk: the app cannot move, and is down with that node.`,
    "no-storage": () => "The cluster has no default storage class: the volume will wait.",
    "image-there": ({ image, nodes }) => `${image} is on ${nodes.join(", ")} already.`,
    "image-unknown": ({ image, architectures }) =>
      `${image} is on no node yet; its registry was not asked. Nodes are ${architectures.join(", ")}.`,
  } satisfies CheckSentences,
};
