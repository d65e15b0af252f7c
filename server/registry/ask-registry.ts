import type { IncomingMessage } from "node:http";
import type { ImageAnswer } from "@/lib/registry/image-answer";
import type { ImageReference } from "@/lib/registry/image-reference";
import { type Platform, readConfigPlatform, readManifest } from "@/lib/registry/platforms";
import { readText } from "./read-text";
import { openSession, type RegistryDoor, type Session } from "./registry-session";

/** Longer than this nobody looks at a form; for everything together. */
const DEADLINE_MS = 3000;

/** Platforms of what never changes: a digest in a repository. */
export interface KnownPlatforms {
  get(key: string): readonly Platform[] | undefined;
  set(key: string, platforms: readonly Platform[]): unknown;
}

/**
 * What a registry has under a name. Begins with HEAD: on docker.io only GET counts against the pulls that an address
 * may make, which the nodes behind the same router need. Never throws.
 */
export async function askRegistry(
  reference: ImageReference,
  door: RegistryDoor,
  known: KnownPlatforms,
): Promise<ImageAnswer> {
  try {
    const session = openSession(reference, door, AbortSignal.timeout(DEADLINE_MS));
    return await ask(reference, session, known);
  } catch {
    return { kind: "away" };
  }
}

async function ask(
  reference: ImageReference,
  session: Session,
  known: KnownPlatforms,
): Promise<ImageAnswer> {
  const { registry, repository } = reference;
  const version = reference.digest ?? reference.tag ?? "latest";
  const head = await session.ask("HEAD", `manifests/${version}`);
  head.destroy();
  const refused = refusalOf(head);
  if (refused !== null) return refused;
  const digest = digestOf(head) ?? reference.digest;
  const key = digest === null ? null : `${registry}/${repository}@${digest}`;
  const before = key === null ? undefined : known.get(key);
  if (before !== undefined) return { kind: "found", platforms: before };
  const answer = await readPlatforms(session, digest ?? version);
  if (key !== null && answer.kind === "found") known.set(key, answer.platforms);
  return answer;
}

async function readPlatforms(session: Session, version: string): Promise<ImageAnswer> {
  const answer = await session.ask("GET", `manifests/${version}`);
  const refused = refusalOf(answer);
  if (refused !== null) return refused;
  const facts = readManifest(await readText(answer));
  if (facts === null) return { kind: "away" };
  if (facts.kind === "index") return { kind: "found", platforms: facts.platforms };
  const config = await session.ask("GET", `blobs/${facts.configDigest}`);
  const refusedConfig = refusalOf(config);
  if (refusedConfig !== null) return refusedConfig;
  const platform = readConfigPlatform(await readText(config));
  return platform === null ? { kind: "away" } : { kind: "found", platforms: [platform] };
}

/** Source: OCI distribution-spec 1.1, "Error Codes". */
function refusalOf(answer: IncomingMessage): ImageAnswer | null {
  const { statusCode } = answer;
  if (statusCode === 200) return null;
  answer.destroy();
  if (statusCode === 404) return { kind: "missing" };
  if (statusCode === 401 || statusCode === 403) return { kind: "closed" };
  if (statusCode === 429) return { kind: "busy" };
  return { kind: "away" };
}

const digestOf = ({ headers }: IncomingMessage): string | null => {
  const digest = headers["docker-content-digest"];
  return typeof digest === "string" && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : null;
};
