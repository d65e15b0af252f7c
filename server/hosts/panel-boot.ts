import { readFile } from "node:fs/promises";

/** The boot that the panel runs in, container or not; null where there is no such file. Source: random(4). */
export const panelBoot = (): Promise<string | null> =>
  readFile("/proc/sys/kernel/random/boot_id", "utf8").then(
    (text) => text.trim(),
    () => null,
  );
