import { expect, it } from "vitest";
import { type LogEvent, logLine } from "./log-line";

const event = (line: string, stream: LogEvent["stream"] = "stderr"): LogEvent => ({
  seq: 9,
  at: "2026-11-23T10:00:00.000Z",
  type: "log",
  node: "master2/k3s.start",
  stream,
  line,
});

it.each([
  ['level=fatal msg="building kine: Error 1045"', "error"],
  ["E: Could not get lock /var/lib/dpkg/lock-frontend", "error"],
  ["k3s.service: Main process exited, code=exited, status=1/FAILURE", "error"],
  ["W: Some index files failed to download", "warn"],
  ['level=warning msg="slow sql"', "warn"],
  ["Setting up liberror-perl (0.17029-2) ...", undefined],
  ["Started k3s.service - Lightweight Kubernetes.", undefined],
])("gives %j the tone %s", (text, tone) => {
  expect(logLine(event(text), 416)).toEqual({
    seq: 416,
    at: "2026-11-23T10:00:00.000Z",
    text,
    ...(tone ? { tone } : {}),
  });
});

it("lets the panel's own voice stand out, whatever it says", () => {
  expect(logLine(event("error: other hosts go on", "panel"), 1).tone).toBe("strong");
});
