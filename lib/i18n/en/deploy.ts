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
  submitAnyway: "Deploy all the same",
  submit: (copies: number | undefined) => {
    if (copies === undefined) return "Deploy";
    return copies === 1 ? "Deploy 1 copy" : `Deploy ${copies} copies`;
  },
  started: (name: string) => `${name} is on its way.`,
  check: {
    "name-taken": ({ objects }) => `${objects.join(", ")} is there already and not of this app.`,
    updates: ({ objects }) => `Changes what is there: ${objects.join(", ")}.`,
    "namespace-new": ({ namespace }) => `Namespace ${namespace} is made with it.`,
    "password-kept": ({ secret }) =>
      `${secret} is there already: its password is kept, not the one in the form.`,
    "password-lost": ({ volume }) =>
      `Volume ${volume} is left from before, and the database on it knows the password of then: enter that one, or choose another name.`,
    "host-taken": ({ host, by }) => `${by} already answers at ${host}.`,
    "no-ingress": () =>
      "Nothing in the cluster answers for host names: there is no ingress class. Turn Traefik on, or choose a load balancer.",
    "port-taken": ({ port, by }) =>
      `${by} has port ${port} of the nodes already: with k3s’s own balancer this app waits for it. Choose a host name, or another port.`,
    "quota-holds": ({ quota }) => `Quota ${quota} has room for it.`,
    quota: ({ quota, resource, asked, left }) =>
      `Quota ${quota} does not hold: ${asked} asked, ${left} left (${resource}).`,
    "quota-asks": ({ quota, resource }) =>
      `Quota ${quota} lets in only pods that say ${resource}, and the form does not. Set it under Edit as YAML, or give the namespace a limit range with a default.`,
    limit: ({ range, resource, bound, asked, allowed }) => {
      const what = `${LIMITED[resource]} of ${asked}`;
      if (bound === "least")
        return `Limit range ${range} wants at least ${allowed}: ${what} is refused.`;
      if (bound === "most")
        return `Limit range ${range} allows at most ${allowed}: ${what} is refused.`;
      return `Limit range ${range} caps each container at ${allowed}: ${what} is refused.`;
    },
    "pinned-volume": ({ storageClass }) =>
      `Volumes of ${storageClass} lie on one node’s disk: the app cannot move, and is down with that node.`,
    "shared-volume": ({ copies, pinned }) =>
      pinned
        ? `All ${copies} copies run on the volume’s node and write to the same files.`
        : `The volume is for one node at a time: copies on other nodes wait. Ask for 1 copy, or for no volume.`,
    "no-storage": () => "The cluster has no default storage class: the volume will wait.",
    "image-there": ({ image, nodes, all }) =>
      all
        ? `${image} is on every node already.`
        : `${image} is on ${nodes.join(", ")} already; the others fetch it.`,
    "image-runs": ({ image, platforms }) =>
      `${image} exists for ${platforms.map(architectureName).join(", ")}; every node can run it.`,
    "image-unfit": ({ image, platforms, unable, none }) => {
      const exists =
        platforms.length === 0
          ? `${image} exists for no Linux`
          : `${image} exists for ${platforms.map(architectureName).join(", ")}`;
      const nodes = unable.map(({ architecture, nodes: count }) =>
        plural(count, `${architectureName(architecture)} node`),
      );
      return none
        ? `${exists}; none of your nodes can run it (${nodes.join(", ")}).`
        : `${exists}; ${nodes.join(" and ")} cannot run it. Copies there end at once.`;
    },
    "image-missing": ({ image, registry }) =>
      `${registry} has no ${image}: look at its name and tag.`,
    "image-closed": ({ image, registry }) =>
      `${registry} shows ${image} to nobody without a password: it is private, or not there.`,
    "image-busy": ({ image, registry }) =>
      `${registry} was asked too often from here: nothing is known about ${image}.`,
    "image-unasked": ({ image, registry }) =>
      `${registry} could not be asked about ${image}. Without internet that is no error, if the nodes have it or a mirror.`,
  } satisfies CheckSentences,
};

const LIMITED = { cpu: "CPU", memory: "memory", storage: "a volume" } as const;

/** As Raspberry Pi OS and Debian call it. */
const architectureName = (architecture: string) =>
  architecture === "arm" ? "armhf" : architecture;
