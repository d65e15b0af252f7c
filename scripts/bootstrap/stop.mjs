// @ts-check
/** An expected reason to stop: one sentence and what to do about it. Shown without a stack. */
export class Stop extends Error {
  /**
   * @param {string} sentence what is wrong, naming the thing
   * @param {string} remedy what to do, most likely first
   * @param {string} [evidence] the tail of what a program printed
   */
  constructor(sentence, remedy, evidence = "") {
    super(sentence);
    this.remedy = remedy;
    this.evidence = evidence;
  }
}

/**
 * Runs one of the commands behind `npm start`, `dev`, `demo`; ends the process on failure.
 * @param {() => Promise<unknown>} command
 */
export async function runCommand(command) {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Stop ? describeStop(error) : error);
    process.exit(1);
  }
}

/** The text a person sees for a Stop. @param {Stop} stop */
export function describeStop({ message, remedy, evidence }) {
  const quoted = evidence
    .trimEnd()
    .split("\n")
    .slice(-30)
    .map((line) => `  | ${line}`);
  return [...(evidence ? quoted : []), "", message, `  ${remedy}`].join("\n");
}
