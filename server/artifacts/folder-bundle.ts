import { join } from "node:path";
import type { Result } from "@/lib/core/result";
import type { Bundle } from "@/lib/schemas/artifact";
import { readBundleFolder } from "./read-bundle-folder";

/** Id of the folder that the operator of the panel named at start. */
export const FOLDER_BUNDLE_ID = "folder";

/** The bundle in a folder, read (with checksums) once, when first needed. */
export function createFolderBundle(folder: string) {
  let reading: Promise<Result<Bundle>> | null = null;
  return {
    read: async (): Promise<Result<Bundle>> => {
      reading ??= readBundleFolder(FOLDER_BUNDLE_ID, folder);
      const bundle = await reading;
      if (!bundle.ok) reading = null; // it may be filled later
      return bundle;
    },
    pathOf: (name: string) => join(folder, name),
  };
}
