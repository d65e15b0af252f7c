import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";

/** A place in a file of the build: "/opt/gandalf/dist/server.js:120:7", with or without file://. */
const PLACE = /(?:file:\/\/)?(\/[^\s:]+\.m?js):(\d+):(\d+)/g;
/** An error that comes back again and again names the same places. */
const KEEP_PLACES = 1000;

const known = new Map<string, string>();

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")) as SourceMapPayload);
  } catch {
    return null; // a package's own file, or a build without maps: the place stays as it is
  }
}

/**
 * A stack trace in terms of the sources. Done when an error is written down: Node's own
 * `--enable-source-maps` keeps every map in memory instead (docs/adr/0010).
 */
export function readableStack(stack: string): string {
  const maps = new Map<string, SourceMap | null>();
  return stack.replace(
    PLACE,
    (place, ...[file = "", line = "", column = ""]: readonly string[]) => {
      const found = known.get(place) ?? originOf({ place, file, line, column }, maps);
      if (known.size < KEEP_PLACES) known.set(place, found);
      return found;
    },
  );
}

type Place = Readonly<Record<"place" | "file" | "line" | "column", string>>;

function originOf({ place, file, line, column }: Place, maps: Map<string, SourceMap | null>) {
  if (!maps.has(file)) maps.set(file, readMap(file));
  const origin = maps.get(file)?.findOrigin(Number(line), Number(column));
  if (origin === undefined || !("fileName" in origin)) return place;
  return `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}`;
}
