import { hostsOf, type Assignment } from "@/lib/advisor/advisor-host";
import { rolesOf } from "@/lib/advisor/check-counts";
import { dnsOf, networkConflicts, type NetworkConflict } from "@/lib/advisor/network-conflicts";
import type { BundleRow, VersionsAnswer } from "@/lib/schemas/artifact";
import {
  clusterSpec,
  type ArtifactSource,
  type ClusterSpec,
  type ClusterSpecInput,
} from "@/lib/schemas/cluster-spec";
import type { Draft } from "./draft";
import type { WizardHost } from "./wizard-host";

/** What the panel offers to install from. null: still asking, or it cannot say. */
export interface Offers {
  readonly versions: VersionsAnswer | null;
  /** Asking upstream has failed: the panel has no way to the internet. */
  readonly offline: boolean;
  readonly bundles: readonly BundleRow[];
}

/** Fields of the settings step; problems of the draft stand at them. */
export type SettingsField =
  | "name"
  | "source"
  | "k3sVersion"
  | "apiAddress"
  | "extraTlsSans"
  | "clusterCidr"
  | "serviceCidr"
  | "clusterDomain"
  | "databaseName"
  | "databaseUser";

export interface ResolvedSettings {
  readonly source: ArtifactSource;
  readonly k3sVersion: string;
  readonly apiAddress: string;
  /** Architectures of chosen hosts for which the bundle has no binary. */
  readonly missingArch: readonly string[];
  readonly conflicts: readonly NetworkConflict[];
  /** What the schema says about each field. */
  readonly problems: Partial<Record<SettingsField, string>>;
  readonly input: ClusterSpecInput;
  /** The settings as they can be stored; null while a field or a role is wrong. */
  readonly spec: ClusterSpec | null;
}

interface Situation {
  readonly draft: Draft;
  readonly hosts: readonly WizardHost[];
  readonly roles: Assignment;
  readonly serverTaint: boolean;
}

/** Fills in the settings and checks them with the schema that the panel itself uses. */
export function resolveSettings(situation: Situation, offers: Offers): ResolvedSettings {
  const { draft, hosts, serverTaint } = situation;
  const { settings } = draft;
  const source = settings.source ?? defaultSource(offers);
  const k3sVersion = versionOf(source, settings.k3sVersion, offers);
  const apiAddress = settings.apiAddress ?? defaultApiAddress(situation);
  const input: ClusterSpecInput = {
    name: settings.name.trim(),
    topology: draft.topology,
    k3sVersion,
    source,
    members: membersOf(situation),
    apiAddress,
    extraTlsSans: splitList(settings.extraTlsSans),
    clusterCidr: settings.clusterCidr,
    serviceCidr: settings.serviceCidr,
    clusterDns: dnsOf(settings.serviceCidr.trim()) ?? "",
    clusterDomain: settings.clusterDomain,
    serverTaint,
    disable: [...settings.disable],
    database: { name: settings.databaseName, user: settings.databaseUser },
  };
  const parsed = clusterSpec.safeParse(input);
  return {
    source,
    k3sVersion,
    apiAddress,
    missingArch: missingArch(source, situation, offers),
    conflicts: networkConflicts({
      clusterCidr: settings.clusterCidr.trim(),
      serviceCidr: settings.serviceCidr.trim(),
      hosts: hosts.flatMap((host) => host.networks.map((cidr) => ({ hostName: host.name, cidr }))),
    }),
    problems: parsed.success ? {} : atSource(source, fieldProblems(parsed.error.issues)),
    input,
    spec: parsed.success ? parsed.data : null,
  };
}

/** A bundle brings its own version: without a bundle, the source is what is wrong. */
function atSource(
  source: ArtifactSource,
  { k3sVersion, ...others }: Partial<Record<SettingsField, string>>,
): Partial<Record<SettingsField, string>> {
  if (k3sVersion === undefined) return others;
  return source.kind === "bundle" ? { source: k3sVersion, ...others } : { k3sVersion, ...others };
}

/** Upstream when the panel can reach it; else what lies on the panel. */
function defaultSource({ offline, bundles }: Offers): ArtifactSource {
  const [bundle] = bundles;
  return offline && bundle ? { kind: "bundle", bundleId: bundle.id } : { kind: "release" };
}

function versionOf(source: ArtifactSource, decided: string | null, offers: Offers): string {
  if (source.kind === "bundle")
    return offers.bundles.find((bundle) => bundle.id === source.bundleId)?.version ?? "";
  const stable = offers.versions?.channels.find((channel) => channel.name === "stable");
  return decided ?? stable?.latest ?? offers.versions?.versions[0] ?? "";
}

const defaultApiAddress = ({ draft, hosts, roles }: Situation): string =>
  hostsOf(hosts, roles, draft.topology === "single-server" ? "server" : "load-balancer")[0]
    ?.address ?? "";

/** In the order of the board; the first server is started first. */
const membersOf = ({ draft, hosts, roles }: Situation) =>
  rolesOf(draft.topology).flatMap((role) =>
    hostsOf(hosts, roles, role).map((host) => ({ hostId: host.id, role })),
  );

/** Names and addresses as people paste them. */
export const splitList = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((part) => part !== "")),
];

function missingArch(
  source: ArtifactSource,
  { hosts, roles }: Situation,
  { bundles }: Offers,
): string[] {
  if (source.kind !== "bundle") return [];
  const bundle = bundles.find(({ id }) => id === source.bundleId);
  if (!bundle) return [];
  const nodes = hosts.filter(({ id }) => roles[id] === "server" || roles[id] === "agent");
  const needed = new Set(nodes.flatMap(({ arch }) => (arch === null ? [] : [arch])));
  return [...needed].filter((arch) => !bundle.arch.some((had) => had === arch));
}

const FIELD_OF: Record<string, SettingsField> = {
  name: "name",
  source: "source",
  k3sVersion: "k3sVersion",
  apiAddress: "apiAddress",
  extraTlsSans: "extraTlsSans",
  clusterCidr: "clusterCidr",
  serviceCidr: "serviceCidr",
  clusterDns: "serviceCidr",
  clusterDomain: "clusterDomain",
  "database.name": "databaseName",
  "database.user": "databaseUser",
};

/** A schema's issues at the fields they are about; the first of each field is shown. */
export function fieldProblems(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Partial<Record<SettingsField, string>> {
  const found: Partial<Record<SettingsField, string>> = {};
  for (const { path, message } of issues) {
    const field = FIELD_OF[path.join(".")] ?? FIELD_OF[String(path[0])];
    if (field) found[field] ??= message;
  }
  return found;
}
