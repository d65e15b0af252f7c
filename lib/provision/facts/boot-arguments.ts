import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

export interface BootArguments {
  /** A Raspberry Pi's own file; null elsewhere. */
  readonly file: {
    readonly path: string;
    readonly text: string;
    /** As the FAT file system fixes them: other bits are refused there. */
    readonly mode: number;
    readonly owner: string;
  } | null;
  /** Of the kernel that runs. */
  readonly live: string;
}

/** The newer place first. Source: Raspberry Pi documentation, "The boot folder". */
const READ = `cat /proc/cmdline
for f in /boot/firmware/cmdline.txt /boot/cmdline.txt; do
  if [ -f "$f" ] && [ ! -L "$f" ] && ! grep -q '^DO NOT EDIT' "$f"; then stat -c '--file %n %a %U:%G' -- "$f"; cat -- "$f"; break; fi
done`;

/** What the kernel was started with, and what it will be. */
export const bootArguments: Fact<Record<string, never>, BootArguments> = {
  id: "boot-arguments",
  command: () => script(READ),
  parse: ({ stdout }) => {
    const head = /^--file (\/\S+) ([0-7]+) (\S+)\n/m.exec(stdout);
    if (head === null) return ok({ file: null, live: stdout.trim() });
    const [line, path = "", mode = "", owner = ""] = head;
    return ok({
      live: stdout.slice(0, head.index).trim(),
      file: {
        ...{ path, owner },
        mode: Number.parseInt(mode, 8),
        text: stdout.slice(head.index + line.length),
      },
    });
  },
};
