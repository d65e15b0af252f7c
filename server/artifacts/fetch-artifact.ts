import { ok, type Result } from "@/lib/core/result";
import type { Artifact } from "@/lib/provision/host";
import { explainWrite } from "./explain-write";
import { missing } from "./name-artifacts";
import { downloadFile, type PromisedFile } from "./release-source";
import type { Reach } from "./reach";
import type { ArtifactStore } from "./store";

interface Parts {
  readonly store: ArtifactStore;
  /** Where a checksum can be had from: filled when a release is resolved. */
  readonly remote: ReadonlyMap<string, PromisedFile>;
  readonly reach: Reach;
}

/** Fetches what the store does not have; two jobs that want the same file wait for one download. */
export function createFetch(parts: Parts) {
  const underWay = new Map<string, Promise<Result<void>>>();
  return async (artifact: Artifact, say: (line: string) => void): Promise<Result<void>> => {
    if (await parts.store.has(artifact.sha256)) return ok(undefined);
    const running = underWay.get(artifact.sha256);
    if (running !== undefined) {
      say(`${artifact.name} is being fetched by another job; this one waits for it`);
      return running;
    }
    const fetching = fetchOne(artifact, parts, say).finally(() => underWay.delete(artifact.sha256));
    underWay.set(artifact.sha256, fetching);
    return fetching;
  };
}

async function fetchOne(
  artifact: Artifact,
  { store, remote, reach }: Parts,
  say: (line: string) => void,
): Promise<Result<void>> {
  const file = remote.get(artifact.sha256);
  if (file === undefined)
    return missing(`${artifact.name} is not in the panel's store.`, "Make the plan again.");
  say(`fetch ${file.url}`);
  const source = await downloadFile(file, reach, say);
  if (!source.ok) return source;
  try {
    return await store.add(artifact, source.value, progress(artifact, say));
  } catch (error) {
    source.value.destroy();
    const full = explainWrite(error);
    if (full !== null) return { ok: false, problem: full };
    const reason = error instanceof Error ? error.message : "unknown reason";
    return missing(
      `${artifact.name} could not be fetched from ${file.url}: ${reason}.`,
      "Resume: the download begins again.",
      "If it stays, use a mirror nearer to the panel, or a bundle.",
    );
  }
}

/** One line per 10 %. */
function progress(artifact: Artifact, say: (line: string) => void) {
  let seen = 0;
  let told = 0;
  return (bytes: number) => {
    seen += bytes;
    const tenths = Math.floor((seen / artifact.sizeBytes) * 10);
    if (tenths <= told) return;
    told = tenths;
    say(`${artifact.name}: ${tenths * 10} %`);
  };
}
