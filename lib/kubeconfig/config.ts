import { parseAllDocuments } from "yaml";
import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { isJsonObject } from "@/lib/kube-write/json";
import { MAX_KUBECONFIG_LENGTH } from "@/lib/schemas/adopt";

/** kubectl writes `null` for a list that is empty. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
/** Folded base64 and tokens with a line end are common in files that were written by hand. */
const data = z.string().transform((text) => text.replaceAll(/\s/g, ""));

/** Source: Kubernetes client configuration, clientcmd/v1 Config. */
const cluster = z.object({
  server: z.string().optional(),
  "certificate-authority": z.string().optional(),
  "certificate-authority-data": data.optional(),
  "insecure-skip-tls-verify": z.boolean().optional(),
  "tls-server-name": z.string().optional(),
  "proxy-url": z.string().optional(),
});

const user = z.object({
  "client-certificate": z.string().optional(),
  "client-certificate-data": data.optional(),
  "client-key": z.string().optional(),
  "client-key-data": data.optional(),
  token: data.optional(),
  tokenFile: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  as: z.string().optional(),
  exec: z.object({ command: z.string(), args: list(z.string()) }).nullish(),
  "auth-provider": z.object({ name: z.string() }).nullish(),
});

const config = z.object({
  "current-context": z.string().nullish(),
  contexts: list(
    z.object({
      name: z.string(),
      context: z.object({ cluster: z.string(), user: z.string().default("") }),
    }),
  ),
  clusters: list(z.object({ name: z.string(), cluster })),
  users: list(z.object({ name: z.string(), user: user.nullish() })),
});

export type ConfigCluster = z.output<typeof cluster>;
export type ConfigUser = z.output<typeof user>;
/** A kubeconfig as written, with every form of credential that there is. */
export type Config = z.output<typeof config>;

const refused = (why: string, remedy: string): Problem => ({
  code: "input.invalid",
  detail: why,
  remedies: [remedy],
  fields: { text: `${why} ${remedy}` },
});

const PRINT_IT = "Paste what this prints: kubectl config view --raw --flatten --minify";

/** What people paste by mistake, by its first letters. */
const MISTAKES: readonly (readonly [RegExp, string, string])[] = [
  [/^\s*$/, "There is nothing in it.", PRINT_IT],
  [/^\s*<(!doctype|html|\?xml)/i, "This is a web page, not a kubeconfig.", PRINT_IT],
  [
    /^\s*-----BEGIN/,
    "This is a certificate or a key alone.",
    "Paste the whole kubeconfig: the file that has `clusters`, `contexts` and `users` in it.",
  ],
  [/\0/, "This is not text.", PRINT_IT],
];

/** Reads one or several documents; of what two of them name alike the first counts, as for kubectl's KUBECONFIG. */
export function readConfig(text: string): Result<Config> {
  if (text.length > MAX_KUBECONFIG_LENGTH)
    return fail(refused("This is longer than 512 KiB: it is not a kubeconfig.", PRINT_IT));
  const mistake = MISTAKES.find(([looks]) => looks.test(text));
  if (mistake !== undefined) return fail(refused(mistake[1], mistake[2]));
  const documents = readDocuments(text);
  if (documents === null) return fail(refused("This is not YAML.", PRINT_IT));
  const configs: Config[] = [];
  for (const document of documents) {
    const read = readDocument(document);
    if (!read.ok) return read;
    configs.push(read.value);
  }
  const merged = merge(configs);
  if (merged.contexts.length > 0) return ok(merged);
  return fail(refused("There is no context in this kubeconfig.", PRINT_IT));
}

function readDocuments(text: string): readonly unknown[] | null {
  const documents = parseAllDocuments(text.replace(/^\uFEFF/, ""), { logLevel: "silent" });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return null;
  try {
    // A few aliases are somebody's convenience, many are a bomb.
    const values = documents.map((document) => document.toJS({ maxAliasCount: 10 }) as unknown);
    return values.filter((value) => value !== null);
  } catch {
    return null;
  }
}

function readDocument(document: unknown): Result<Config> {
  if (!isJsonObject(document)) return fail(refused("This is not a kubeconfig.", PRINT_IT));
  const { kind = "Config" } = document;
  if (typeof kind !== "string") return fail(refused("This is not a kubeconfig.", PRINT_IT));
  if (kind !== "Config")
    return fail(
      refused(`This is an object of kind ${kind.slice(0, 60)}, not a kubeconfig.`, PRINT_IT),
    );
  if (!["clusters", "contexts", "users"].some((part) => Object.hasOwn(document, part)))
    return fail(
      refused("This is not a kubeconfig: it has no clusters, contexts or users.", PRINT_IT),
    );
  const parsed = config.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  return fail(refused(`This kubeconfig has something of another form at ${where}.`, PRINT_IT));
}

const merge = (configs: readonly Config[]): Config => ({
  "current-context": configs.find((one) => one["current-context"])?.["current-context"],
  contexts: firstOfEach(configs.flatMap(({ contexts }) => contexts)),
  clusters: firstOfEach(configs.flatMap(({ clusters }) => clusters)),
  users: firstOfEach(configs.flatMap(({ users }) => users)),
});

const firstOfEach = <Item extends { readonly name: string }>(items: readonly Item[]): Item[] =>
  [...new Map(items.toReversed().map((item) => [item.name, item])).values()].toReversed();
