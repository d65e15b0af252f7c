import { column } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";

/** Source: Kubernetes API reference, core/v1 ServiceAccount. Only what is read here. */
interface RawServiceAccount {
  readonly imagePullSecrets?: readonly { readonly name?: string }[];
  readonly automountServiceAccountToken?: boolean;
}

export interface ServiceAccountRow extends KubeRow {
  readonly pullSecrets: readonly string[];
  /** Its pods get a token of it unless they decline. */
  readonly mountsToken: boolean;
}

/** Service accounts. */
export const serviceAccountKind = defineKind<ServiceAccountRow>({
  resource: {
    apiVersion: "v1",
    kind: "ServiceAccount",
    plural: "serviceaccounts",
    namespaced: true,
  },
  label: "Service accounts",
  group: "access",
  project: (object: KubeObject) => {
    const { imagePullSecrets = [], automountServiceAccountToken } = object as RawServiceAccount;
    return {
      ...rowBase(object),
      pullSecrets: imagePullSecrets.flatMap(({ name }) => name ?? []),
      mountsToken: automountServiceAccountToken !== false,
    };
  },
  columns: [
    column("pullSecrets", "Pull secrets", "list"),
    column("mountsToken", "Token mounted", "flag"),
  ],
  searchText: ({ pullSecrets }) => pullSecrets,
  actions: ["edit", "delete"],
});
