import { randomBytes } from "node:crypto";

/**
 * A word that no output contains by chance and that no command on the host can know: 128 random bits,
 * new for every script.
 */
export const newMarker = (): string => `~gandalf:${randomBytes(16).toString("hex")}:`;
