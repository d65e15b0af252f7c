import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { bad, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, apiextensions.k8s.io/v1 CustomResourceDefinition. Only what is read here. */
interface RawDefinition {
  readonly spec?: {
    readonly group?: string;
    readonly scope?: string;
    readonly names?: { readonly kind?: string; readonly plural?: string };
    readonly versions?: readonly { readonly name: string; readonly served?: boolean }[];
  };
  readonly status?: { readonly conditions?: readonly KubeCondition[] };
}

export interface DefinitionRow extends StatusRow {
  readonly kind: string;
  readonly apiGroup: string;
  readonly versions: readonly string[];
  readonly scope: string;
}

function toRow(object: KubeObject): DefinitionRow {
  const { spec = {}, status = {} } = object as RawDefinition;
  return {
    ...rowBase(object),
    status: statusOf(status.conditions),
    kind: spec.names?.kind ?? "",
    apiGroup: spec.group ?? "",
    versions: (spec.versions ?? [])
      .filter(({ served }) => served !== false)
      .map(({ name }) => name),
    scope: spec.scope ?? "",
  };
}

function statusOf(conditions: readonly KubeCondition[] | undefined): RowStatus {
  const names = conditionOf(conditions, "NamesAccepted");
  const served = conditionOf(conditions, "Established");
  if (names?.status === "False")
    return bad("Name taken", names.message, "Another definition has this name.");
  if (served?.status === "True") return well("Served");
  return underWay("Not served yet", served?.message);
}

/** Definitions of custom resources. Its name is the name of its kind's list, too. */
export const resourceDefinitionKind = defineKind<DefinitionRow>({
  resource: {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    plural: "customresourcedefinitions",
    namespaced: false,
  },
  label: "Custom resource definitions",
  group: "cluster",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("kind", "Kind"),
    column("apiGroup", "Group"),
    column("versions", "Versions", "list"),
    hidden(column("scope", "Scope")),
  ],
  searchText: ({ kind, apiGroup }) => [kind, apiGroup],
  actions: ["edit", "delete"],
});
