import { api } from "./api";

/** An answer that says until when it is known to be true. */
interface Aged {
  readonly asOf: string | null;
}

interface Kept {
  readonly etag: string;
  readonly value: Aged;
}

/** Answers that may be asked for again: the lists of a few tabs and pages. */
const MAX_KEPT = 20;
const kept = new Map<string, Kept>();

/** Reads an answer that is asked for at every word of a change; one that is the same but for its age travels without a body. */
export function getUnlessSame<T extends Aged>(path: string, signal: AbortSignal): Promise<T> {
  const before = kept.get(path);
  const headers: Record<string, string> =
    before === undefined ? {} : { "if-none-match": before.etag };
  const read = async (answer: Response): Promise<Aged> => {
    if (answer.status === 304 && before !== undefined)
      return { ...before.value, asOf: answer.headers.get("x-as-of") || null };
    const value = (await answer.json()) as T;
    keep(path, { etag: answer.headers.get("etag") ?? "", value });
    return value;
  };
  return api.get<T>(path, { signal, headers, read });
}

/** The newest last; the oldest goes. */
function keep(path: string, answer: Kept): void {
  kept.delete(path);
  if (answer.etag !== "") kept.set(path, answer);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
}
