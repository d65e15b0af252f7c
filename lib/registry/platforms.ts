import { z } from "zod";

/** What an image was built for: "amd64", "arm64", "arm/v7". */
export type Platform = string;

/** Longer lists are made to waste somebody's time. */
const MAX_MANIFESTS = 500;

const word = z.string().regex(/^[a-z0-9_]{1,20}$/);
const platform = z.object({ os: word, architecture: word, variant: word.optional() });

const index = z.object({
  manifests: z.array(z.object({ platform: z.unknown().optional() })).max(MAX_MANIFESTS),
});
const manifest = z.object({
  config: z.object({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) }),
});

/** What a manifest says: platforms at once (an index), or where its configuration is that names its only one. */
export type ManifestFacts =
  | { readonly kind: "index"; readonly platforms: readonly Platform[] }
  | { readonly kind: "single"; readonly configDigest: string };

/** Reads a manifest list, an index or a manifest; null when it is none. Source: OCI image-spec 1.1; Docker schema 2. */
export function readManifest(text: string): ManifestFacts | null {
  const json = parseJson(text);
  const list = index.safeParse(json);
  if (list.success) {
    const read = list.data.manifests.flatMap((each) => platformOf(each.platform) ?? []);
    return { kind: "index", platforms: [...new Set(read)] };
  }
  const single = manifest.safeParse(json);
  return single.success ? { kind: "single", configDigest: single.data.config.digest } : null;
}

/** The platform in an image's configuration; null when there is none. */
export const readConfigPlatform = (text: string): Platform | null => platformOf(parseJson(text));

/** Linux only; "unknown" is what attestations are for. Arm64's only variant is not worth a word. */
function platformOf(value: unknown): Platform | null {
  const read = platform.safeParse(value);
  if (!read.success || read.data.os !== "linux" || read.data.architecture === "unknown")
    return null;
  const { architecture, variant } = read.data;
  return architecture === "arm" && variant !== undefined ? `arm/${variant}` : architecture;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
