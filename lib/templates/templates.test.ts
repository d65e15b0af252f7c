import { describe, expect, it } from "vitest";
import { isJsonObject, type Json } from "@/lib/kube-write/json";
import { parseDocuments } from "@/lib/kube-write/parse-documents";
import { toYaml } from "@/lib/kube-write/yaml-text";
import { PARAMETERS, type ParameterName, type Values } from "./parameters";
import type { AppTemplate } from "./template";
import { TEMPLATE_IDS, TEMPLATES } from "./templates";

type AnyValues = Partial<Values<ParameterName>>;

const given = { randomPassword: () => "correct-horse-battery" };

/** Every choice a form has, beside the defaults. */
const FULL = {
  expose: { kind: "host", host: "club.example.org" },
  volume: { kind: "volume", sizeGiB: 3, path: "/var/lib/data" },
  environment: [
    { name: "MODE", value: "production", secret: false },
    { name: "API_KEY", value: "k", secret: true },
  ],
  image: "registry.example.org/club/site:3",
} as const satisfies AnyValues;

const fullFor = (template: AppTemplate): AnyValues => {
  const taken = Object.entries(FULL).filter(([name]) =>
    template.parameters.includes(name as ParameterName),
  );
  return { ...template.defaults(given), ...Object.fromEntries(taken) };
};

describe.each(TEMPLATE_IDS)("the template %s", (id) => {
  const template: AppTemplate = TEMPLATES[id];

  it("is what it was, with its defaults", async () => {
    const text = toYaml(template.build({ ...template.defaults(given) }));
    await expect(text).toMatchFileSnapshot(`__golden__/${id}.yaml`);
  });

  it("is what it was, with everything it can be asked for", async () => {
    const values = fullFor(template);
    expect(template.schema.safeParse(values).error).toBeUndefined();
    await expect(toYaml(template.build(values))).toMatchFileSnapshot(`__golden__/${id}-full.yaml`);
  });

  it("names each object once, all in the chosen namespace and marked as the panel's", () => {
    const objects = template.build({ ...fullFor(template), namespace: "club" });
    const keys = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { metadata } of objects) {
      expect(metadata.namespace).toBe("club");
      expect(metadata.labels).toMatchObject({ "app.kubernetes.io/managed-by": "gandalf" });
    }
  });

  it("keeps what is secret out of everything but secrets", () => {
    const values = { ...fullFor(template), databasePassword: "s3cret-value-123" };
    const open = template
      .build({ ...values, environment: [{ name: "K", value: "s3cret-value-123", secret: true }] })
      .filter(({ kind }) => kind !== "Secret");
    expect(JSON.stringify(open)).not.toContain("s3cret-value-123");
  });
});

const HOSTILE = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "$(reboot); `reboot` && rm -rf / #",
  "x\nkind: ClusterRoleBinding\n---\napiVersion: v1",
  "!!js/function 'x'",
  "&a [*a,*a]",
  "'\"\\\u0000\u0007\u2028\u2029",
  "\ttab: [",
  "yes",
  "0x10",
  "12:30:45",
  "2026-01-01",
  "null",
  "~",
  "<<",
  "",
  " leading and trailing ",
  "---",
  "...",
  "%YAML 9",
  "# comment",
  "key: value",
  "- item",
  "{{ .Values.x }}",
  "\ud83d\ude80 ñ 漢",
  "a".repeat(1_048_576),
] as const;

/** What no form sends for most parameters, but a script may. */
const BAD = [
  ...["", " ", "a b", "-", "A".repeat(500), "é", "1e9", "/a/../b", "a".repeat(1_000_000)],
  ...[-1, 0, 1.5, 1e12, Number.NaN, Infinity, null, undefined, true, [], {}],
  ...[{ kind: "host" }, { kind: "volume" }, { kind: "x" }, { kind: "host", host: 1 }],
  ...[{ kind: "volume", sizeGiB: "1", path: 1 }, [{}], [{ name: "1", value: 1, secret: "no" }]],
  Array.from({ length: 201 }, () => ({ name: "A", value: "", secret: false })),
] as const;

/** The same object with every text replaced: its structure. */
const shape = (value: Json): Json => {
  if (typeof value === "string") return "text";
  if (Array.isArray(value)) return (value as readonly Json[]).map(shape);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]));
};

/** Parameters whose text a person chooses freely, set to one value. */
const withText = (values: AnyValues, text: string): AnyValues => ({
  ...values,
  ...("page" in values ? { page: text } : {}),
  ...("databasePassword" in values ? { databasePassword: text } : {}),
  ...("image" in values ? { image: text } : {}),
  ...("environment" in values
    ? {
        environment: [
          { name: "OPEN", value: text, secret: false },
          { name: "HIDDEN", value: text, secret: true },
        ],
      }
    : {}),
  ...("expose" in values ? { expose: { kind: "host", host: text } } : {}),
  ...("volume" in values ? { volume: { kind: "volume", sizeGiB: 1, path: text } } : {}),
});

describe("values never become structure", () => {
  it.each(TEMPLATE_IDS)("%s builds the same objects whatever the texts hold", (id) => {
    const template: AppTemplate = TEMPLATES[id];
    const values = fullFor(template);
    const wanted = template.build(withText(values, "harmless")).map(shape);
    for (const text of HOSTILE)
      expect(template.build(withText(values, text)).map(shape), text.slice(0, 60)).toEqual(wanted);
  });

  it.each(TEMPLATE_IDS)("%s comes back from its YAML as it went in", (id) => {
    const template: AppTemplate = TEMPLATES[id];
    for (const text of HOSTILE.filter((each) => each.length < 1000)) {
      const objects = template.build(withText(fullFor(template), text));
      const parsed = parseDocuments(toYaml(objects));
      expect(parsed.ok && parsed.value.map(({ manifest }) => manifest), text).toEqual(objects);
    }
  });

  it("takes a megabyte through YAML unharmed", () => {
    const page = `${"<p>".repeat(300_000)}\n\t"'`;
    const objects = TEMPLATES["static-site"].build({
      ...TEMPLATES["static-site"].defaults(given),
      page,
    });
    const parsed = parseDocuments(toYaml(objects));
    expect(parsed.ok && parsed.value[0]?.manifest.data).toEqual({ "index.html": page });
  });

  it.each([
    ["name", "web\nkind: Secret"],
    ["name", "-web"],
    ["name", "../web"],
    ["namespace", "kube system"],
    ["image", "nginx\n: 1"],
    ["image", "nginx image"],
    ["replicas", -1],
    ["replicas", 1.5],
    ["port", 0],
    ["port", 65_536],
    ["expose", { kind: "host", host: "no dots" }],
    ["expose", { kind: "host", host: "a.b/c" }],
    ["volume", { kind: "volume", sizeGiB: 1, path: "relative" }],
    ["volume", { kind: "volume", sizeGiB: 1, path: "/a/../b" }],
    ["environment", [{ name: "A B", value: "", secret: false }]],
    [
      "environment",
      [
        { name: "A", value: "", secret: false },
        { name: "A", value: "", secret: true },
      ],
    ],
    ["memoryLimitMiB", 8],
  ])("refuses %s = %j at its field", (name, value) => {
    const values = { ...fullFor(TEMPLATES.nginx), [name]: value };
    const { error } = TEMPLATES.nginx.schema.safeParse(values);
    expect(error?.issues[0]?.path[0]).toBe(name);
  });

  it.each(Object.keys(PARAMETERS) as ParameterName[])(
    "says of %s what would do instead",
    (name) => {
      for (const value of BAD) {
        const { error } = PARAMETERS[name].safeParse(value);
        for (const { message } of error?.issues ?? [])
          expect(message, JSON.stringify(value)).not.toMatch(
            /^(Invalid|Too|Expected|Unrecognized)/,
          );
      }
    },
  );

  it("keeps a variable from referring to another one", () => {
    const environment = [{ name: "A", value: "$(HOME) $$(x)", secret: false }];
    const objects = TEMPLATES.nginx.build({ ...fullFor(TEMPLATES.nginx), environment });
    expect(JSON.stringify(objects)).toContain("$$(HOME) $$$$(x)");
  });
});
