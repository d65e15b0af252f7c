/** An image's name, taken apart. Source: the distribution project's reference grammar and its "familiar" names. */
export interface ImageReference {
  /** Host, and port if it has one: "docker.io" where none was written. */
  readonly registry: string;
  /** "library/nginx" where "nginx" was written. */
  readonly repository: string;
  /** "latest" where neither tag nor digest was written. */
  readonly tag: string | null;
  readonly digest: string | null;
}

const HUB = "docker.io";
const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const PATH = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** Source: the same grammar. */
const MAX_NAME_LENGTH = 255;

/** Why a text names no image, and what would; null when it names one. */
export function imageProblem(text: string): string | null {
  const read = readReference(text);
  return typeof read === "string" ? read : null;
}

/** Takes an image's name apart; null when it is none. */
export function parseImageReference(text: string): ImageReference | null {
  const read = readReference(text);
  return typeof read === "string" ? null : read;
}

function readReference(text: string): ImageReference | string {
  const [named = "", written, ...more] = text.split("@");
  if (more.length > 0) return "Write one @, before the digest.";
  const digest = written ?? null;
  if (digest !== null && !DIGEST.test(digest))
    return "A digest is sha256: and 64 digits of 0-9 and a-f.";
  const colon = named.lastIndexOf(":");
  if (colon < named.lastIndexOf("/") || colon === -1) {
    const tag = digest === null ? "latest" : null;
    return readName(named, { tag, digest });
  }
  const tag = named.slice(colon + 1);
  if (!TAG.test(tag))
    return "Behind the colon stands a tag: letters, digits, _ . and -, such as 1.14.2.";
  return readName(named.slice(0, colon), { tag, digest });
}

function readName(
  name: string,
  version: Pick<ImageReference, "tag" | "digest">,
): ImageReference | string {
  const { registry, path } = splitRegistry(name);
  if (!HOST.test(registry)) return `${registry} cannot be a registry's host.`;
  if (path.length > MAX_NAME_LENGTH) return `Use at most ${MAX_NAME_LENGTH} characters.`;
  if (path !== path.toLowerCase()) return `Images are named in lower case: ${name.toLowerCase()}.`;
  if (!path.split("/").every((part) => PATH.test(part)))
    return "An image looks like nginx:1.14.2 or registry.example.org/club/site:3.";
  const repository = registry === HUB && !path.includes("/") ? `library/${path}` : path;
  return { registry, repository, ...version };
}

/** The first part is a registry only if it looks like a host: a dot, a port, or "localhost". */
function splitRegistry(name: string): { readonly registry: string; readonly path: string } {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(0, slash));
  if (!/[.:]/.test(first) && first !== "localhost") return { registry: HUB, path: name };
  const registry = first === "index.docker.io" ? HUB : first;
  return { registry, path: name.slice(slash + 1) };
}

/** A node names images in full: docker.io/library/nginx:1.14.2. A digest, where there is one, is the name. */
export function fullImageName({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${digest === null ? `:${tag ?? "latest"}` : `@${digest}`}`;
}
