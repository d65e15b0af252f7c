/** Where the browser keeps the names of objects that somebody looked at last. */
export const RECENT_KEY = "gandalf.recent";
export const RECENT_CHANGED = "gandalf:recent";

/** Nothing of it outlives the session. */
export function forgetRecent(): void {
  localStorage.removeItem(RECENT_KEY);
}
