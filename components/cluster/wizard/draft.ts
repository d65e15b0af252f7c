import { applyFix, type Fix } from "@/lib/advisor/fix";
import type { Assignment } from "@/lib/advisor/advisor-host";
import type {
  ArtifactSource,
  ClusterTopology,
  PackagedComponent,
} from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";

/** Settings as the form holds them. null: not decided, so the default of the moment holds. */
export interface DraftSettings {
  readonly name: string;
  readonly source: ArtifactSource | null;
  readonly k3sVersion: string | null;
  readonly apiAddress: string | null;
  /** As typed: separated by commas, spaces or lines. */
  readonly extraTlsSans: string;
  readonly clusterCidr: string;
  readonly serviceCidr: string;
  readonly clusterDomain: string;
  readonly disable: readonly PackagedComponent[];
  readonly databaseName: string;
  readonly databaseUser: string;
}

/** What somebody has decided so far. Everything else is worked out from the hosts: see `resolveDraft`. */
export interface Draft {
  /** The draft in the panel, once it has a name and complete roles. */
  readonly clusterId: string | null;
  readonly topology: ClusterTopology;
  /** null: all hosts that are free. */
  readonly hostIds: readonly string[] | null;
  /** By topology, so that looking at another shape loses nothing. */
  readonly roles: Partial<Record<ClusterTopology, Assignment>>;
  /** null: on, where there are agents to run pods. */
  readonly serverTaint: boolean | null;
  /** Ids of findings that are kept on purpose. */
  readonly kept: readonly string[];
  readonly settings: DraftSettings;
}

export const EMPTY_DRAFT: Draft = {
  clusterId: null,
  topology: "ha-external-database",
  hostIds: null,
  roles: {},
  serverTaint: null,
  kept: [],
  settings: {
    name: "gandalf",
    source: null,
    k3sVersion: null,
    apiAddress: null,
    extraTlsSans: "",
    clusterCidr: "10.42.0.0/16",
    serviceCidr: "10.43.0.0/16",
    clusterDomain: "cluster.local",
    disable: [],
    databaseName: "k3s",
    databaseUser: "k3s",
  },
};

/** What stands now, defaults included: a move or a fix starts from it. */
export interface Standing {
  readonly roles: Assignment;
  readonly serverTaint: boolean;
}

export type DraftAction =
  | { readonly type: "topology"; readonly topology: ClusterTopology }
  | { readonly type: "hosts"; readonly hostIds: readonly string[] }
  | {
      readonly type: "move";
      readonly hostId: string;
      readonly role: Role | null;
      readonly from: Standing;
    }
  | { readonly type: "fix"; readonly fix: Fix; readonly from: Standing }
  | { readonly type: "suggest-roles" }
  | { readonly type: "keep"; readonly id: string; readonly kept: boolean }
  | { readonly type: "taint"; readonly on: boolean }
  | { readonly type: "settings"; readonly patch: Partial<DraftSettings> }
  | { readonly type: "stored"; readonly clusterId: string }
  | { readonly type: "replace"; readonly draft: Draft };

/** One decision folded into the draft. */
export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case "topology":
      return { ...draft, topology: action.topology };
    case "hosts":
      return { ...draft, hostIds: action.hostIds };
    case "move":
      return withRoles(draft, { ...action.from.roles, [action.hostId]: action.role });
    case "fix":
      return fixed(draft, action);
    case "suggest-roles": {
      const others = Object.entries(draft.roles).filter(([shape]) => shape !== draft.topology);
      return { ...draft, roles: Object.fromEntries(others) };
    }
    case "keep": {
      const others = draft.kept.filter((id) => id !== action.id);
      return { ...draft, kept: action.kept ? [...others, action.id] : others };
    }
    case "taint":
      return { ...draft, serverTaint: action.on };
    case "settings":
      return { ...draft, settings: { ...draft.settings, ...action.patch } };
    case "stored":
      return { ...draft, clusterId: action.clusterId };
    case "replace":
      return action.draft;
  }
}

const withRoles = (draft: Draft, roles: Assignment): Draft => ({
  ...draft,
  roles: { ...draft.roles, [draft.topology]: roles },
});

function fixed(draft: Draft, action: Extract<DraftAction, { type: "fix" }>): Draft {
  const next = applyFix({ ...action.from, topology: draft.topology }, action.fix);
  // Another shape has roles of its own: the suggestion, or what was decided there before.
  if (next.topology !== draft.topology) return { ...draft, topology: next.topology };
  const moved = next.roles === action.from.roles ? draft : withRoles(draft, next.roles);
  return next.serverTaint === action.from.serverTaint
    ? moved
    : { ...moved, serverTaint: next.serverTaint };
}
