import type { K3sArtifacts } from "@/lib/provision/roles/inventory";

/** What needs no k3s works also when the release's source is away. */
export const NOTHING_TO_PUSH: K3sArtifacts = { version: "", binary: {}, images: {} };
