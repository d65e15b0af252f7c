import { join } from "node:path";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Artifact } from "@/lib/provision/host";
import type { K3sArtifacts } from "@/lib/provision/roles/inventory";
import type { Arch, BundleRow } from "@/lib/schemas/artifact";
import type { ArtifactSource } from "@/lib/schemas/cluster-spec";
import { readBundleFolder } from "./bundle-folder";
import { downloadFile, readRelease, type ReleaseFile, UPSTREAM_ROOT } from "./release-source";
import { type ArtifactStore, createArtifactStore } from "./store";

/** What the operator of the panel named at start: a folder with release files. */
export const FOLDER_BUNDLE_ID = "folder";

interface Wanted {
  readonly source: ArtifactSource;
  readonly version: string;
  readonly arches: readonly Arch[];
}

/** Where k3s comes from: names and checksums first, bytes when they are needed. */
export interface Artifacts {
  readonly store: ArtifactStore;
  /** Bundles that can be used without any download. */
  bundles(): Promise<readonly BundleRow[]>;
  /** Names, sizes and checksums of what a cluster needs. Downloads nothing large. */
  resolve(wanted: Wanted): Promise<Result<K3sArtifacts>>;
  /** Makes sure that the panel holds them, downloading what is missing. */
  fetch(artifacts: K3sArtifacts, say: (line: string) => void): Promise<Result<void>>;
}

interface Parts {
  readonly dataFolder: string;
  readonly bundleFolder: string | null;
}

/** The artifacts of this panel. Reading a bundle folder (checksums) happens once, when first needed. */
export function createArtifacts({ dataFolder, bundleFolder }: Parts): Artifacts {
  const store = createArtifactStore(join(dataFolder, "artifacts"));
  const remote = new Map<string, ReleaseFile>();
  let folderBundle: Promise<Result<BundleRow>> | null = null;

  const readFolder = async (): Promise<Result<BundleRow> | null> => {
    if (bundleFolder === null) return null;
    folderBundle ??= readBundleFolder(FOLDER_BUNDLE_ID, bundleFolder);
    const bundle = await folderBundle;
    if (!bundle.ok)
      folderBundle = null; // it may be filled later
    else
      for (const file of bundle.value.files) store.link(file.sha256, join(bundleFolder, file.name));
    return bundle;
  };

  return {
    store,
    bundles: async () => {
      const bundle = await readFolder();
      return bundle?.ok === true ? [bundle.value] : [];
    },
    resolve: async ({ source, version, arches }) => {
      if (source.kind === "bundle") return fromBundle(await readFolder(), { version, arches });
      const root = source.kind === "mirror" ? source.url : UPSTREAM_ROOT;
      return fromRelease(root, { version, arches }, remote);
    },
    fetch: async (artifacts, say) => {
      for (const artifact of listArtifacts(artifacts)) {
        const fetched = await fetchOne(artifact, { store, remote, say });
        if (!fetched.ok) return fetched;
      }
      return ok(undefined);
    },
  };
}

const listArtifacts = ({ binary, images }: K3sArtifacts): readonly Artifact[] => [
  ...Object.values(binary),
  ...Object.values(images).map(({ artifact }) => artifact),
];

function fromBundle(
  bundle: Result<BundleRow> | null,
  { version, arches }: Omit<Wanted, "source">,
): Result<K3sArtifacts> {
  if (bundle === null) {
    return missing(
      "The bundle is no longer there.",
      "Start the panel with GANDALF_K3S_BUNDLE=<folder>.",
    );
  }
  if (!bundle.ok) return bundle;
  if (bundle.value.version !== version) {
    return missing(
      `The bundle holds ${bundle.value.version}, not ${version}.`,
      `Choose version ${bundle.value.version} for this cluster.`,
    );
  }
  const find = (arch: Arch, kind: "binary" | "images") =>
    bundle.value.files.find((file) => file.arch === arch && file.kind === kind);
  const artifacts = { binary: {}, images: {}, version } as Mutable;
  for (const arch of arches) {
    const binary = find(arch, "binary");
    const images = find(arch, "images");
    if (binary === undefined || images === undefined) {
      return missing(
        `The bundle has no k3s for ${arch}.`,
        `Add the ${arch} files of the release to its folder.`,
      );
    }
    add(artifacts, arch, { binary, images });
  }
  return ok(artifacts);
}

async function fromRelease(
  root: string,
  { version, arches }: Omit<Wanted, "source">,
  remote: Map<string, ReleaseFile>,
): Promise<Result<K3sArtifacts>> {
  const artifacts = { binary: {}, images: {}, version } as Mutable;
  for (const arch of arches) {
    const release = await readRelease(root, version, arch);
    if (!release.ok) return release;
    for (const file of Object.values(release.value)) remote.set(file.sha256, file);
    add(artifacts, arch, release.value);
  }
  return ok(artifacts);
}

interface Mutable {
  binary: Partial<Record<Arch, Artifact>>;
  images: Partial<Record<Arch, { artifact: Artifact; fileName: string }>>;
  version: string;
}
type Named = Pick<ReleaseFile, "name" | "sha256" | "sizeBytes">;

function add(artifacts: Mutable, arch: Arch, files: { binary: Named; images: Named }): void {
  const named = ({ sha256, sizeBytes }: Named, what: string): Artifact => ({
    sha256,
    sizeBytes,
    name: `${what} ${artifacts.version} for ${arch}`,
  });
  artifacts.binary[arch] = named(files.binary, "k3s");
  artifacts.images[arch] = {
    artifact: named(files.images, "images of k3s"),
    fileName: files.images.name,
  };
}

const missing = (detail: string, remedy: string) =>
  fail({ code: "artifact.unavailable" as const, detail, remedies: [remedy] });

async function fetchOne(
  artifact: Artifact,
  parts: {
    store: ArtifactStore;
    remote: ReadonlyMap<string, ReleaseFile>;
    say: (line: string) => void;
  },
): Promise<Result<void>> {
  if (await parts.store.has(artifact.sha256)) return ok(undefined);
  const file = parts.remote.get(artifact.sha256);
  if (file === undefined)
    return missing(`${artifact.name} is not in the panel's store.`, "Make the plan again.");
  parts.say(`fetch ${file.url}`);
  const source = await downloadFile(file);
  if (!source.ok) return source;
  const say = progress(artifact, parts.say);
  try {
    return await parts.store.add(artifact, source.value, say);
  } catch (error) {
    source.value.destroy();
    const reason = error instanceof Error ? error.message : "unknown reason";
    return missing(
      `${artifact.name} could not be stored: ${reason}.`,
      "Try again; see that the data folder has room.",
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
