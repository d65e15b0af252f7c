import { StringDecoder } from "node:string_decoder";

/** One watch event with a whole object in it. A larger line is an attack or a broken proxy. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/** Turns chunks of bytes, cut anywhere, into the JSON values of whole lines. Throws on what is not JSON. */
export function createJsonLines(): (chunk: Buffer) => readonly unknown[] {
  const decoder = new StringDecoder("utf8");
  /** Of the line that has not ended yet. Looked through once, however many chunks it takes. */
  let begun: string[] = [];
  let length = 0;
  const begin = (part: string, before: number) => {
    begun.push(part);
    length = before + part.length;
    if (length > MAX_LINE_LENGTH) throw new SyntaxError("a line is longer than 16 MiB");
  };
  return (chunk) => {
    const text = decoder.write(chunk);
    const end = text.lastIndexOf("\n");
    if (end === -1) {
      begin(text, length);
      return [];
    }
    const lines = (begun.join("") + text.slice(0, end)).split("\n");
    begun = [];
    begin(text.slice(end + 1), 0);
    return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as unknown);
  };
}
