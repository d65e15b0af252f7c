/** Part of bench/logs.ts: a container that writes as many lines a second as it is told to. */
import { FakeLogApi } from "@/server/kube/streams/testing/fake-log-api";

/** Told by the parent: lines a second from now on; "cut" breaks every connection off. */
export type SourceOrder = { readonly linesPerSecond: number } | "cut";

const STEP_MS = 10;
/** The log's own time: fast enough that a second of it is not all that is kept. */
const api = await FakeLogApi.start(10_000);

let linesPerSecond = 0;
let owed = 0;
let lastMs = performance.now();
setInterval(() => {
  const nowMs = performance.now();
  owed += ((nowMs - lastMs) / 1000) * linesPerSecond;
  lastMs = nowMs;
  const lines = Math.floor(owed);
  owed -= lines;
  if (lines > 0 && api.followers > 0) api.write(lines);
}, STEP_MS);

process.on("message", (order: SourceOrder) => {
  if (order === "cut") api.cut();
  else linesPerSecond = order.linesPerSecond;
});
process.on("disconnect", () => process.exit(0));
process.send?.({ port: api.port });
