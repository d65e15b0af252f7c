import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { unitState } from "@/lib/provision/facts/unit-state";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { fileGap } from "./file-gap";

export interface UnitFileInput {
  /** The unit that the file defines or adds to. */
  readonly unit: string;
  readonly path: string;
  readonly content: string;
  readonly why: string;
}

const PLACE = { mode: 0o644, owner: "root:root" } as const;
const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

const reload: Action = {
  kind: "run",
  argv: ["systemctl", "daemon-reload"],
  timeoutMs: 60_000,
  why: "let systemd read it",
};

/** Writes a unit file, or a drop-in, and has systemd read it. */
export const unitFileStep = defineStep({
  id: "unit-file",
  typicalMs: 400,
  label: ({ path }: UnitFileInput) => nameOf(path),
  title: ({ path }: UnitFileInput) => `Write ${path}`,
  why: ({ why }: UnitFileInput) => why,
  needs: ({ unit, path }: UnitFileInput) => ({
    file: ask(fileState, { path }),
    unit: ask(unitState, { unit, files: [] }),
  }),
  decide: ({ path, content, unit }, { file, unit: known }) => {
    const gap = fileGap(file, { content, ...PLACE });
    if (gap !== null)
      return change(
        `${path}: ${gap}`,
        { kind: "write-file", previous: file?.text ?? null, file: { path, content, ...PLACE } },
        reload,
      );
    if (known?.needsReload === true) return change(`let systemd read ${unit} again`, reload);
    return inSync(`${path} is as it shall be`);
  },
});
