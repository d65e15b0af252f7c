import type { DiskKind, HostFacts } from "@/lib/schemas/host-facts";

/** Source: Linux, Documentation/ABI/testing/sysfs-block: size is in 512-byte sectors, whatever the disk's own. */
const SECTOR_BYTES = 512;

/** "mmcblk0|61067264|0|SD|…" lines. */
export function parseDisks(lines: readonly string[]): HostFacts["disks"] {
  return lines.flatMap((line) => {
    const [name = "", sectors = "", rotational = "", type = "", model = "", path = ""] =
      line.split("|");
    const sizeBytes = Number(sectors) * SECTOR_BYTES;
    if (name === "" || !(sizeBytes > 0)) return [];
    const kind = diskKindOf({ name, rotational, type, path });
    return [{ name, kind, sizeBytes, model: model.trim() || null }];
  });
}

interface Hints {
  readonly name: string;
  readonly rotational: string;
  readonly type: string;
  readonly path: string;
}

/** Virtual disks come first: they claim to rotate, or not to, as it happens. */
function diskKindOf({ name, rotational, type, path }: Hints): DiskKind {
  if (name.startsWith("mmcblk")) return type.trim() === "MMC" ? "emmc" : "sd";
  if (/virtio|\/vmbus|\/xen|vbd-/.test(path) || /^(vd|xvd)/.test(name)) return "virtual";
  if (name.startsWith("nvme")) return "nvme";
  if (rotational.trim() === "0") return "ssd";
  return rotational.trim() === "1" ? "hdd" : "unknown";
}

/** "/|/sys/devices/…/mmcblk0/mmcblk0p2|<last line of df -Pk>" lines. */
export function parseFilesystems(
  lines: readonly string[],
  disks: HostFacts["disks"],
): HostFacts["filesystems"] {
  return lines.flatMap((line) => {
    const [path = "", device = "", df = ""] = line.split("|");
    const size = /\s(\d+)\s+\d+\s+(\d+)\s+\d+%/.exec(df);
    if (path === "" || size === null) return [];
    const words = [...device.split(/[/\s]/), df.split(/\s/)[0]?.replace("/dev/", "") ?? ""];
    const disk = disks.find(({ name }) => words.some((word) => isPartOf(word, name)));
    return [
      {
        path,
        disk: disk?.name ?? null,
        kind: disk?.kind ?? "unknown",
        totalBytes: Number(size[1]) * 1024,
        freeBytes: Number(size[2]) * 1024,
      },
    ];
  });
}

/** "sda2" is part of "sda", "mmcblk0p2" of "mmcblk0". */
const isPartOf = (word: string, disk: string) =>
  word === disk || (word.startsWith(disk) && /^p?\d+$/.test(word.slice(disk.length)));
