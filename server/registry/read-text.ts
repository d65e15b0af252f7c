import type { IncomingMessage } from "node:http";

/** Source: OCI distribution-spec 1.1: registries refuse manifests above 4 MiB or less; real ones have some KiB. */
const MAX_BYTES = 4 << 20;

/** The body of a small answer. Throws when it is larger than any manifest, or ends early. */
export async function readText(answer: IncomingMessage): Promise<string> {
  const blocks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const block of answer as AsyncIterable<Buffer>) {
    sizeBytes += block.length;
    if (sizeBytes > MAX_BYTES) throw new Error("larger than a manifest may be");
    blocks.push(block);
  }
  return Buffer.concat(blocks).toString("utf8");
}
