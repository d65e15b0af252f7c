// @ts-check
// Compresses what Next has built for browsers, once and as small as it gets; server/http/compressed-files.ts sends it.
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { root } from "./bootstrap/root.mjs";

/** Fonts and pictures are compressed by their own formats. */
const TEXT = /\.(js|css|svg)$/;
const compress = promisify(brotliCompress);
const folder = join(root, ".next/static");

const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  TEXT.test(name),
);
await Promise.all(
  files.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(folder, `${name}.br`), await compress(bytes, { params }));
  }),
);
