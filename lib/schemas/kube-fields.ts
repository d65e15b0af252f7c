import { z } from "zod";

/** Query of GET /clusters/:id/edit/fields. */
export const fieldsQuery = z.object({
  apiVersion: z
    .string()
    .max(200)
    .regex(/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?v[a-z0-9]+$/),
  kind: z
    .string()
    .max(100)
    .regex(/^[A-Za-z][A-Za-z0-9]*$/),
  /** Keys from the object's root, with dots; items of lists need none. Empty: the root. */
  path: z.string().max(1000).default(""),
});

/** A field that may stand somewhere. */
export interface FieldHint {
  readonly name: string;
  /** "string", "integer", "boolean", "object", "list" … */
  readonly type: string;
  /** First sentence of its description; empty when there is none. */
  readonly about: string;
  readonly required: boolean;
}
