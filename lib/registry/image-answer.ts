import type { Platform } from "./platforms";

/** What a registry said of an image, or why it could not be asked. Never a reason to stop somebody. */
export type ImageAnswer =
  | { readonly kind: "found"; readonly platforms: readonly Platform[] }
  /** The repository is there for everybody to read; this tag or digest is not. */
  | { readonly kind: "missing" }
  /** Nothing is shown without a password: private, or no such repository. */
  | { readonly kind: "closed" }
  /** Too many were asked for from this address. */
  | { readonly kind: "busy" }
  /** It does not answer, cannot be reached, or says what no registry says. */
  | { readonly kind: "away" };
