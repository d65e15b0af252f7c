import { join } from "node:path";
import type { Clock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Artifact } from "@/lib/provision/host";
import type { K3sArtifacts } from "@/lib/provision/roles/inventory";
import type { Arch, Bundle } from "@/lib/schemas/artifact";
import type { ArtifactSource } from "@/lib/schemas/cluster-spec";
import { type BundleShelf, createBundleShelf } from "./bundle-shelf";
import { type BundleUploads, createBundleUploads } from "./bundle-uploads";
import { createFetch } from "./fetch-artifact";
import { createFolderBundle, FOLDER_BUNDLE_ID } from "./folder-bundle";
import { type ArchFiles, missing, nameArtifacts } from "./name-artifacts";
import { publicReach, type Reach } from "./reach";
import { type PromisedFile, readRelease, UPSTREAM_ROOT } from "./release-source";
import { resolveBundle } from "./resolve-bundle";
import { type ArtifactStore, createArtifactStore } from "./store";

interface Wanted {
  readonly source: ArtifactSource;
  readonly version: string;
  readonly arches: readonly Arch[];
}

/** Where k3s comes from: names and checksums first, bytes when they are needed. */
export interface Artifacts {
  readonly store: ArtifactStore;
  readonly shelf: BundleShelf;
  readonly uploads: BundleUploads;
  /** Bundles that can be used without any download: the folder's first, then uploaded ones. */
  bundles(): Promise<readonly Bundle[]>;
  /** Names, sizes and checksums of what a cluster needs. Downloads nothing large. */
  resolve(wanted: Wanted): Promise<Result<K3sArtifacts>>;
  /** Makes sure that the panel holds them, downloading what is missing. */
  fetch(artifacts: K3sArtifacts, say: (line: string) => void): Promise<Result<void>>;
  /** Removes what an earlier process was receiving when it ended. */
  clear(): Promise<void>;
}

interface Parts {
  readonly dataFolder: string;
  readonly bundleFolder: string | null;
  readonly clock: Clock;
  /** Which addresses a mirror may have; a test's mirror is on loopback. */
  readonly reach?: Reach;
}

/** The artifacts of this panel, below its data folder. */
export function createArtifacts(parts: Parts): Artifacts {
  const { dataFolder, bundleFolder, clock, reach = publicReach } = parts;
  const folder = join(dataFolder, "artifacts");
  const store = createArtifactStore(folder);
  const shelf = createBundleShelf(join(folder, "bundles"));
  const uploads = createBundleUploads({ folder: join(folder, "uploads"), shelf, clock });
  const fromFolder = bundleFolder === null ? null : createFolderBundle(bundleFolder);
  const remote = new Map<string, PromisedFile>();
  const fetchOne = createFetch({ store, remote, reach });

  const findBundle = async (id: string): Promise<Result<Bundle>> => {
    if (id === FOLDER_BUNDLE_ID) return fromFolder === null ? folderGone : fromFolder.read();
    const found = await shelf.find(id);
    return found === null ? bundleGone : ok(found);
  };
  const fromBundle = async (id: string, wanted: Omit<Wanted, "source">) => {
    const bundle = await findBundle(id);
    if (!bundle.ok) return bundle;
    for (const { sha256, name } of bundle.value.files)
      store.link(
        sha256,
        fromFolder && id === FOLDER_BUNDLE_ID ? fromFolder.pathOf(name) : shelf.pathOf(id, name),
      );
    return resolveBundle(bundle.value, wanted);
  };
  const fromRelease = async (root: string, { version, arches }: Omit<Wanted, "source">) => {
    const files: Partial<Record<Arch, ArchFiles>> = {};
    for (const arch of arches) {
      const release = await readRelease(root, { version, arch, reach });
      if (!release.ok) return release;
      for (const file of Object.values(release.value)) remote.set(file.sha256, file);
      files[arch] = release.value;
    }
    return ok(nameArtifacts(version, files));
  };

  return {
    store,
    shelf,
    uploads,
    bundles: async () => {
      const first = await fromFolder?.read();
      return [...(first?.ok === true ? [first.value] : []), ...(await shelf.list())];
    },
    resolve: async ({ source, ...wanted }) => {
      if (source.kind === "bundle") return fromBundle(source.bundleId, wanted);
      return fromRelease(source.kind === "mirror" ? source.url : UPSTREAM_ROOT, wanted);
    },
    fetch: async (artifacts, say) => {
      for (const artifact of listArtifacts(artifacts)) {
        const fetched = await fetchOne(artifact, say);
        if (!fetched.ok) return fetched;
      }
      return ok(undefined);
    },
    clear: async () => void (await Promise.all([store.clear(), uploads.clear()])),
  };
}

const listArtifacts = ({ binary, images }: K3sArtifacts): readonly Artifact[] => [
  ...Object.values(binary),
  ...Object.values(images).map(({ artifact }) => artifact),
];

const folderGone = missing(
  "The bundle folder is no longer there.",
  "Start the panel with GANDALF_K3S_BUNDLE=<folder>.",
);
const bundleGone = fail({
  code: "artifact.unavailable" as const,
  detail: "The bundle of this cluster is no longer on the panel.",
  remedies: ["Upload it again and choose it in the cluster's settings, or choose another source."],
});
