import { z } from "zod";
import type { Manifest } from "@/lib/kube-write/manifest";
import { PARAMETERS, type ParameterName, type Values } from "./parameters";

/** Chances at things a template wants made for it: pure code has none of its own. */
export interface Given {
  readonly randomPassword: () => string;
}

/** A password in a secret that the data on a volume knows: one is of no use without the other. */
export interface VolumePassword {
  readonly field: ParameterName;
  readonly secret: string;
  readonly claim: string;
}

interface Parts<Name extends ParameterName> {
  readonly id: string;
  /** What the form asks for, in its order. */
  readonly parameters: readonly Name[];
  readonly defaults: (given: Given) => Values<Name>;
  /** The workload whose rollout tells whether the app is up. */
  readonly build: (values: Values<Name>) => readonly Manifest[];
  readonly passwords?: (values: Values<Name>) => readonly VolumePassword[];
}

/** An app that can be deployed from a form. Its parameters decide the values that `build` gets. */
export interface AppTemplate {
  readonly id: string;
  readonly parameters: readonly ParameterName[];
  readonly schema: z.ZodType<Partial<Values<ParameterName>>>;
  defaults(given: Given): Partial<Values<ParameterName>>;
  /** Values must have passed the schema. */
  build(values: Partial<Values<ParameterName>>): readonly Manifest[];
  /** As `build`. */
  passwords(values: Partial<Values<ParameterName>>): readonly VolumePassword[];
}

/** Makes a template from its parts. A template is one file beside this one and one line in `templates.ts`. */
export function defineTemplate<Name extends ParameterName>(parts: Parts<Name>): AppTemplate {
  const shape = Object.fromEntries(parts.parameters.map((name) => [name, PARAMETERS[name]]));
  return {
    id: parts.id,
    parameters: parts.parameters,
    schema: z.object(shape).check(limitAboveRequest),
    defaults: (given) => parts.defaults(given),
    build: (values) => parts.build(values as Values<Name>),
    passwords: (values) => parts.passwords?.(values as Values<Name>) ?? [],
  };
}

/** The API refuses a limit below the request; better said at the field. */
function limitAboveRequest(context: z.core.ParsePayload<Record<string, unknown>>): void {
  const { memoryMiB, memoryLimitMiB } = context.value;
  if (typeof memoryMiB !== "number" || typeof memoryLimitMiB !== "number") return;
  if (memoryLimitMiB >= memoryMiB) return;
  context.issues.push({
    code: "custom",
    message: `At least the ${memoryMiB} MiB that are asked for.`,
    path: ["memoryLimitMiB"],
    input: memoryLimitMiB,
  });
}
