import type { Action } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";

/** A drop-in's folder was made for it, and goes with the last of them. */
const REMOVE = `for p; do
  rm -rf --one-file-system -- "$p" || exit 1
  case \${p%/*} in *.service.d) rmdir --ignore-fail-on-non-empty -- "\${p%/*}" ;; esac
done`;

/** Removes files, and folders with all that is in them, never across a mount. */
export const removePaths = (paths: readonly string[]): Action => ({
  kind: "run",
  argv: script(REMOVE, ...paths),
  timeoutMs: 300_000,
  why: "leave nothing behind",
});
