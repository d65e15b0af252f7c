import { createConnection, type Socket } from "node:net";
import { fail, ok, type Result } from "@/lib/core/result";
import { notSshProblem, socketProblem, type Place } from "./connect-problem";

/** Enough for a slow Wi-Fi link; an absent host is found out about sooner than by TCP itself. */
const CONNECT_TIMEOUT_MS = 8_000;

/** A connected TCP socket without Nagle's delay, or the reason why there is none. */
export function openSocket(at: Place, timeoutMs = CONNECT_TIMEOUT_MS): Promise<Result<Socket>> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: at.address, port: at.port, noDelay: true });
    const timer = setTimeout(() => settle(fail(socketProblem(at, "ETIMEDOUT"))), timeoutMs);
    const settle = (result: Result<Socket>) => {
      clearTimeout(timer);
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    socket.once("error", (error: NodeJS.ErrnoException) =>
      settle(fail(socketProblem(at, error.code))),
    );
    socket.once("connect", () => settle(ok(socket)));
  });
}

/** An SSH server greets first, within this time even on a busy Pi. */
const GREETING_TIMEOUT_MS = 6_000;
/** Source: RFC 4253 section 4.2: lines before the version string are allowed; they are few. */
const GREETING_LIMIT_BYTES = 8_192;

/**
 * Waits for "SSH-2.0-…" and answers its software part ("OpenSSH_9.2p1 Debian-2"). What was read is
 * pushed back, so that the SSH client sees the whole conversation.
 */
export function readBanner(
  socket: Socket,
  at: Place,
  timeoutMs = GREETING_TIMEOUT_MS,
): Promise<Result<string>> {
  return new Promise((resolve) => {
    let seen = Buffer.alloc(0);
    const settle = (result: Result<string>) => {
      clearTimeout(timer);
      socket.off("data", onData).off("close", onClose).off("error", onClose);
      socket.pause();
      if (result.ok) socket.unshift(seen);
      else socket.destroy();
      resolve(result);
    };
    const giveUp = () => settle(fail(notSshProblem(at, firstWords(seen))));
    const onClose = () => giveUp();
    const onData = (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk]);
      const version = /^SSH-(?:2\.0|1\.99)-([^\r\n]*)\r?\n/m.exec(seen.toString("latin1"));
      if (version) settle(ok(printable(version[1] ?? "")));
      else if (seen.length > GREETING_LIMIT_BYTES) giveUp();
    };
    const timer = setTimeout(giveUp, timeoutMs);
    socket.on("data", onData).on("close", onClose).on("error", onClose);
  });
}

const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, "").slice(0, 120);
const firstWords = (seen: Buffer) => printable(seen.toString("latin1").split(/[\r\n]/)[0] ?? "");
