/** What Kubernetes says of it itself, when it says anything. */
export const because = (message: string) => (message === "" ? "" : `: ${message}`);

/** How many rows have something wrong. */
export function trouble(count: number): string {
  if (count === 0) return "Nothing is wrong.";
  return count === 1 ? "1 has a problem." : `${count} have problems.`;
}
