import { z } from "zod";
import { kindRef } from "./kube-change";

/** Query of GET /clusters/:id/edit/fields. */
export const fieldsQuery = kindRef.extend({
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
