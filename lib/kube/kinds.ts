import { deploymentKind } from "./kinds/deployment";
import { nodeKind } from "./kinds/node";
import { podKind } from "./kinds/pod";
import type { Kind, KubeRow } from "./kind";

/** Every kind the panel can list. The key is its name in addresses, topics and the API. */
export const KINDS = {
  nodes: nodeKind,
  pods: podKind,
  deployments: deploymentKind,
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
/** The row of one kind. */
export type RowOf<Name extends KindName> = ReturnType<(typeof KINDS)[Name]["project"]>;

export const isKindName = (text: string): text is KindName => Object.hasOwn(KINDS, text);

/** The kind of that name, for code that treats all kinds alike. */
export const kindOf = (name: KindName): Kind<KubeRow> => KINDS[name];
