import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { parseChallenge, tokenUrl } from "@/lib/registry/challenge";
import type { ImageReference } from "@/lib/registry/image-reference";
import { guardedRequest } from "@/server/artifacts/guarded-request";
import type { AddressKind, Reach } from "@/server/artifacts/reach";
import { readText } from "./read-text";

/** What a manifest may be. Source: OCI image-spec 1.1; Docker's manifest v2, schema 2. */
const ACCEPT = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
/** Some registries send on to the nearest copy: manifests (registry.k8s.io), configurations (all of the large ones). */
const MAX_REDIRECTS = 3;

/** Goes into a header as it is. */
const token = z.string().regex(/^[\x21-\x7e]{1,16384}$/);
const tokenAnswer = z.union([
  z.object({ token }).transform((read) => read.token),
  z.object({ access_token: token }).transform((read) => read.access_token),
]);

/** A registry, as this panel reaches it. */
export interface RegistryDoor {
  /** "https://registry.example.org". */
  readonly origin: string;
  readonly reach: Reach;
}

export interface Session {
  /** `path`: below the repository, "manifests/1.14.2". */
  ask(method: "GET" | "HEAD", path: string): Promise<IncomingMessage>;
}

/** Asks about one repository as nobody in particular, with a token if the registry wants one. Throws as the network does. */
export function openSession(
  { repository }: ImageReference,
  { origin, reach }: RegistryDoor,
  signal: AbortSignal,
): Session {
  let bearer: string | null = null;
  const send = (method: "GET" | "HEAD", path: string) =>
    guardedRequest(`${origin}/v2/${repository}/${path}`, {
      method,
      reach,
      signal,
      maxRedirects: MAX_REDIRECTS,
      headers: {
        accept: ACCEPT,
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
    });
  const getToken = async (refused: IncomingMessage): Promise<string | null> => {
    const challenge = parseChallenge(refused.headers["www-authenticate"]);
    const url = challenge === null ? null : tokenUrl(challenge, repository);
    if (url === null || !isSafeRealm(url, origin)) return null;
    const namedBy: AddressKind = reach.kindOf(refused.socket.remoteAddress ?? "");
    const answer = await guardedRequest(url, {
      method: "GET",
      reach,
      signal,
      namedBy,
      maxRedirects: 0,
    });
    const text = await readText(answer);
    if (answer.statusCode !== 200) return null;
    return tokenAnswer.safeParse(JSON.parse(text)).data ?? null;
  };
  return {
    ask: async (method, path) => {
      const answer = await send(method, path);
      if (answer.statusCode !== 401 || bearer !== null) return answer;
      bearer = await getToken(answer);
      if (bearer === null) return answer;
      answer.destroy();
      return send(method, path);
    },
  };
}

/** A registry behind https may not have its token fetched in the clear. */
const isSafeRealm = (url: string, origin: string) =>
  url.startsWith("https://") || origin.startsWith("http://");
