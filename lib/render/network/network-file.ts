/** What says on a host how an interface gets its address. */
export interface NetworkFiles {
  /** Whether cloud-init writes network settings of its own. */
  readonly cloudInit: boolean;
  /** By path. */
  readonly texts: Readonly<Record<string, { readonly text: string; readonly mode: number }>>;
}

/** A file as it shall be for a fixed address. */
export interface NetworkFile {
  readonly path: string;
  readonly content: string;
  /** Octal permission bits. */
  readonly mode: number;
}
