import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { forward } from "@/scripts/demo/forward";

const folder = mkdtempSync(join(tmpdir(), "forward-"));
const cleanUp: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterEach(() => cleanUp.splice(0).forEach((step) => step()));

test("two forwards joined by a socket file carry a conversation both ways", async () => {
  const echo = createServer({ allowHalfOpen: true }, (socket) => socket.pipe(socket)).listen(
    0,
    "127.0.0.1",
  );
  await new Promise((resolve) => echo.once("listening", resolve));
  const file = join(folder, "panel.sock");
  const inner = await forward(file, String(portOf(echo)));
  const outer = await forward("0", file);
  cleanUp.push(() => [echo, inner, outer].forEach((server) => server.close()));

  const socket = connect(portOf(outer), "127.0.0.1");
  socket.end("Speak, friend");
  expect(await text(socket)).toBe("Speak, friend");
});

test("a place that is already listened on is refused, not ignored", async () => {
  const first = await forward("0", "1");
  cleanUp.push(() => first.close());
  await expect(forward(String(portOf(first)), "1")).rejects.toThrow("EADDRINUSE");
});

function portOf(server: { address: () => unknown }): number {
  return (server.address() as { port: number }).port;
}
