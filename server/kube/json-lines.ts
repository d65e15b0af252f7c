import { StringDecoder } from "node:string_decoder";

/** One watch event with a whole object in it. A larger line is an attack or a broken proxy. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/** Turns chunks of bytes, cut anywhere, into the JSON values of whole lines. Throws on what is not JSON. */
export function createJsonLines(): (chunk: Buffer) => readonly unknown[] {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE_LENGTH) throw new SyntaxError("a line is longer than 16 MiB");
    return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as unknown);
  };
}
