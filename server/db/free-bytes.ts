import type { StatsFs } from "node:fs";

/** Room for programs without privilege. A file system that does not say how large it is counts as endless. */
export const freeBytes = ({ bavail, bsize, blocks }: StatsFs): number =>
  blocks === 0 ? Number.MAX_SAFE_INTEGER : bavail * bsize;
