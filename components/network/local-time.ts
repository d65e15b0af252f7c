/** A time as a field of the browser holds it, in the viewer's own zone: "2026-11-24T09:30". */
export function toLocalTime(atMs: number): string {
  const at = new Date(atMs);
  const local = new Date(atMs - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The same in UTC, as policies hold it. Empty: null; what is no time stays for the schema to judge. */
export function fromLocalTime(text: string): string | null {
  if (text === "") return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
