import { fail, ok, type Result } from "@/lib/core/result";
import { handshakeProblem, type Place } from "./connect-problem";
import { describeHostKey, hostKeyAlgorithms } from "./host-key";
import { openSocket, readBanner } from "./open-socket";
import type { PinnedKey } from "./target";

/** What an SSH server shows to anybody who connects. */
export interface HostKeyProbe extends PinnedKey {
  readonly banner: string;
}

/** Reads a host's key and version without logging in: the conversation ends when the key was shown. */
export async function probeHostKey(
  address: string,
  port: number,
  timeoutMs = 8_000,
): Promise<Result<HostKeyProbe>> {
  const at: Place = { hostName: address, address, port };
  const socket = await openSocket(at, timeoutMs);
  if (!socket.ok) return socket;
  const banner = await readBanner(socket.value, at, timeoutMs);
  if (!banner.ok) return banner;
  const { Client } = await import("ssh2"); // at the first host: a panel that idles needs none of it
  return new Promise((resolve) => {
    const client = new Client();
    let key: PinnedKey | null = null;
    const settle = (reason: string) => {
      client.destroy();
      resolve(
        key === null ? fail(handshakeProblem(at, reason)) : ok({ ...key, banner: banner.value }),
      );
    };
    client.on("error", (error) => settle(error.message.replace(/\.$/, "")));
    client.on("close", () => settle("it closed the connection"));
    client.connect({
      sock: socket.value,
      username: "gandalf",
      readyTimeout: timeoutMs,
      algorithms: { serverHostKey: hostKeyAlgorithms(null) },
      hostVerifier: (blob: Buffer) => {
        key = describeHostKey(blob);
        return false;
      },
    });
  });
}
