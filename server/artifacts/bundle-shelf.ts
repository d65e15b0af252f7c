import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { arch, type Bundle } from "@/lib/schemas/artifact";
import { releaseFile } from "@/lib/k3s-release/release-file";

/** Describes the files beside it; written last, so a folder without one is no bundle. */
const MANIFEST = "bundle.json";

const manifest = z.object({
  id: z.string().regex(/^[a-z0-9]{8,40}$/),
  name: z.string(),
  version: z.string(),
  arch: z.array(arch),
  files: z.array(
    z.object({
      name: z.string().refine((name) => releaseFile(name) !== null),
      kind: z.enum(["binary", "images"]),
      arch,
      sizeBytes: z.number().int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      verified: z.boolean(),
    }),
  ),
  origin: z.literal("uploaded"),
});

/** Uploaded bundles on the disk: one folder each, named by its id. */
export interface BundleShelf {
  /** Newest version first. */
  list(): Promise<readonly Bundle[]>;
  find(id: string): Promise<Bundle | null>;
  /** Takes a folder over, complete or not at all. Files are on the disk already. */
  take(bundle: Bundle, folder: string): Promise<void>;
  remove(id: string): Promise<void>;
  pathOf(id: string, name: string): string;
}

/** The shelf in `folder`. */
export function createBundleShelf(folder: string): BundleShelf {
  const read = async (id: string): Promise<Bundle | null> => {
    const text = await readFile(join(folder, id, MANIFEST), "utf8").catch(() => null);
    if (text === null) return null;
    const parsed = manifest.safeParse(safeJson(text));
    return parsed.success && parsed.data.id === id ? parsed.data : null;
  };
  return {
    list: async () => {
      const ids = await readdir(folder).catch(() => []);
      const bundles = (await Promise.all(ids.map(read))).filter((found) => found !== null);
      return bundles.toSorted((a, b) =>
        b.version.localeCompare(a.version, "en", { numeric: true }),
      );
    },
    find: async (id) => (/^[a-z0-9]{8,40}$/.test(id) ? read(id) : null),
    take: async (bundle, from) => {
      await writeDurably(join(from, MANIFEST), JSON.stringify(bundle));
      await mkdir(folder, { recursive: true });
      await rename(from, join(folder, bundle.id));
      await syncFolder(folder);
    },
    remove: async (id) => {
      // First what makes it a bundle: a removal that is cut short leaves none that is half there.
      await rm(join(folder, id, MANIFEST), { force: true });
      await rm(join(folder, id), { recursive: true, force: true });
    },
    pathOf: (id, name) => join(folder, id, name),
  };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename counts after a power cut only when its folder was written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
