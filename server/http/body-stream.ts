import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/** The body of a request as it arrives; empty when there is none. Fails when the sender goes away. */
export const bodyStream = ({ body }: Request): Readable =>
  body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
