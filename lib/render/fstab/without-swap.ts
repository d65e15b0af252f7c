/** Lines of fstab(5) whose third field is "swap" and that are not comments. */
const SWAP = /^[ \t]*[^#\s]\S*[ \t]+\S+[ \t]+swap(?:[ \t].*)?$/;

/** fstab with its swap lines commented out, so that a person can bring them back. */
export const fstabWithoutSwap = (text: string): string =>
  text
    .split("\n")
    .map((line) => (SWAP.test(line) ? `# gandalf: swap off # ${line}` : line))
    .join("\n");
