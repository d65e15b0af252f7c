/** Closes an exhaustive switch: a new case that is not handled is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case ${JSON.stringify(value)}`);
}
