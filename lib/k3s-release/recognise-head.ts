import type { Arch } from "@/lib/schemas/artifact";
import { releaseFile } from "./release-file";

/** Bytes of a file's beginning that `headProblem` looks at. */
export const HEAD_BYTES = 512;

/** Source: ELF specification, e_machine: EM_X86_64, EM_AARCH64, EM_ARM. */
const MACHINES: ReadonlyMap<number, Arch> = new Map([
  [0x3e, "amd64"],
  [0xb7, "arm64"],
  [0x28, "armhf"],
]);
const ELF = [0x7f, 0x45, 0x4c, 0x46];
/** Source: RFC 1952. */
const GZIP = [0x1f, 0x8b];
/** Source: RFC 8878, section 3.1.1; written in little-endian order. */
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
/** Source: POSIX pax/ustar: the magic stands at 257. */
const TAR_MAGIC_AT = 257;
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];

const has = (head: Uint8Array, magic: readonly number[], at = 0) =>
  magic.every((byte, index) => head[at + index] === byte);

/** Architecture of an ELF program; null when it is none, or for a machine that k3s is not built for. */
function elfArch(head: Uint8Array): Arch | null {
  if (!has(head, ELF)) return null;
  return MACHINES.get((head[18] ?? 0) | ((head[19] ?? 0) << 8)) ?? null;
}

/** Why a file cannot be what its name says, judged by its first bytes; null when it can. */
export function headProblem(name: string, head: Uint8Array): string | null {
  const file = releaseFile(name);
  if (file === null) return `${name} is not a name of a k3s release file.`;
  if (file.kind === "images") return imagesProblem(name, head);
  if (!has(head, ELF)) return `${name} is not a Linux program, so it is not k3s.`;
  const arch = elfArch(head);
  if (arch === file.arch) return null;
  return arch === null
    ? `${name} is a program for a processor that k3s is not built for.`
    : `${name} is a program for ${arch}, but its name says ${file.arch}.`;
}

/** What a browser cannot read: a folder that was dropped, or a file that was moved away meanwhile. */
export const unreadable = (name: string): string =>
  `${name} cannot be read. Choose the file itself, not its folder.`;

function imagesProblem(name: string, head: Uint8Array): string | null {
  if (name.endsWith(".zst")) return has(head, ZSTD) ? null : `${name} is not a zstd archive.`;
  if (name.endsWith(".gz")) return has(head, GZIP) ? null : `${name} is not a gzip archive.`;
  return has(head, TAR, TAR_MAGIC_AT) ? null : `${name} is not a tar archive.`;
}
