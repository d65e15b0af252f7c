import type { FieldHint } from "@/lib/schemas/kube-fields";
import { groupOf } from "./manifest";

/** Source: OpenAPI 3.0, "Schema Object". Only what is read here. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly "x-kubernetes-group-version-kind"?: readonly {
    readonly group?: string;
    readonly version?: string;
    readonly kind?: string;
  }[];
}

/** What `/openapi/v3/…` answers for one group and version. */
export interface OpenApi {
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** The fields that may stand at a path of a kind; none where nothing is known. */
export function fieldsAt(
  api: OpenApi,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  path: readonly string[],
): readonly FieldHint[] {
  const schemas = api.components?.schemas ?? {};
  const group = groupOf(apiVersion);
  const root = Object.values(schemas).find((schema) =>
    schema["x-kubernetes-group-version-kind"]?.some(
      (of) => of.kind === kind && (of.group ?? "") === group,
    ),
  );
  let schema = root === undefined ? undefined : resolve(root, schemas);
  for (const key of path) {
    if (schema === undefined) return [];
    const { properties = {}, additionalProperties } = schema;
    const next = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    schema = typeof next === "object" ? element(resolve(next, schemas), schemas) : undefined;
  }
  return schema === undefined ? [] : hintsOf(schema, schemas);
}

/** Follows references. They nest through `allOf` of one, which is how defaults are written beside them. */
function resolve(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  let found = schema;
  for (let depth = 0; depth < MOST_REFERENCES; depth += 1) {
    const reference = found.$ref ?? found.allOf?.[0]?.$ref;
    if (reference === undefined) return found;
    found = schemas[reference.split("/").at(-1) ?? ""] ?? {};
  }
  return found;
}

const MOST_REFERENCES = 8;

/** What a list holds, or the schema itself. */
const element = (schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema =>
  schema.items === undefined ? schema : resolve(schema.items, schemas);

function hintsOf(
  { properties = {}, required = [] }: Schema,
  schemas: Readonly<Record<string, Schema>>,
): readonly FieldHint[] {
  return Object.entries(properties)
    .filter(([name]) => name !== "status")
    .map(([name, schema]) => {
      const { type = "object" } = resolve(schema, schemas);
      return {
        name,
        type: type === "array" ? "list" : type,
        about: firstSentence(schema.description ?? ""),
        required: required.includes(name),
      };
    });
}

const firstSentence = (text: string) => /^[^.]*\.?/.exec(text)?.[0].slice(0, 200) ?? "";
