import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import type { Argv } from "@/lib/shell/argv";
import { fileGap } from "./file-gap";

export interface ConfigFileInput {
  readonly path: string;
  /** Without secrets: it is shown. */
  readonly content: string;
  /** Octal permission bits. */
  readonly mode: number;
  readonly why: string;
  /** Run on the new file before it replaces the old one; "{file}" is substituted. */
  readonly validate?: Argv;
}

const OWNER = "root:root";
const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Writes a configuration file; whatever reads it is another step. */
export const configFileStep = defineStep({
  id: "config-file",
  typicalMs: 120,
  label: ({ path }: ConfigFileInput) => nameOf(path),
  title: ({ path }: ConfigFileInput) => `Write ${path}`,
  why: ({ why }: ConfigFileInput) => why,
  needs: ({ path }: ConfigFileInput) => ({ file: ask(fileState, { path }) }),
  decide: ({ path, content, mode, validate }, { file }) => {
    const gap = fileGap(file, { content, mode, owner: OWNER });
    if (gap === null) return inSync(`${path} is as it shall be`);
    return change(`${path}: ${gap}`, {
      kind: "write-file",
      previous: file?.text ?? null,
      file: { path, content, mode, owner: OWNER, ...(validate === undefined ? {} : { validate }) },
    });
  },
});
