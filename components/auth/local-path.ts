/** The address one wanted, if it lies within this panel; anything else leads to the overview. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== "string") return "/";
  const inside = /^\/(?![/\\])[^\\\s]*$/.test(wanted);
  return inside && !wanted.startsWith("/sign-in") ? wanted : "/";
}
