import { Document } from "yaml";
import type { Json, JsonObject } from "./json";

/**
 * Objects as YAML, one document each. Values are data to the serialiser: whatever they hold, they come
 * back as the same strings. `lineWidth: 0`: a folded line would change what a person sees as one value.
 */
export const toYaml = (objects: readonly JsonObject[]): string =>
  objects.map(documentText).join("---\n");

/** One value as YAML, for differences. */
export const documentText = (value: Json): string =>
  new Document(value, { aliasDuplicateObjects: false, version: "1.1" }).toString({
    lineWidth: 0,
    directives: false,
  });
