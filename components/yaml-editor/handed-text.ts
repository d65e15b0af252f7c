/** A text that one page hands to the editor. In memory only: it may hold passwords. */
let handed: string | null = null;

export const handText = (text: string): void => {
  handed = text;
};

/** The text, once. */
export function takeText(): string {
  const text = handed ?? "";
  handed = null;
  return text;
}
