/** One browser tab with a list open, as the panel's page does it: told over the socket, read again with the ETag. */
import { Agent, request } from "node:http";
import { io, type Socket } from "socket.io-client";

/** Where the panel is and who asks. */
export interface Seat {
  readonly url: string;
  readonly cookie: string;
  readonly clusterId: string;
}

interface Answer {
  readonly status: number;
  readonly etag: string;
  readonly text: string;
  /** From the first byte sent to the last one that came. */
  readonly durationMs: number;
}

/** A browser keeps its connections. */
const agent = new Agent({ keepAlive: true });

/** Reads as a page of the panel does: again where a kept connection was closed just as it was used again. */
export async function read(seat: Seat, path: string, etag = ""): Promise<Answer> {
  for (;;) {
    const answer = await ask(seat, path, etag).catch(
      (error: NodeJS.ErrnoException & { reused?: boolean }) => {
        if (error.code === "ECONNRESET" && error.reused === true) return null;
        throw error;
      },
    );
    if (answer !== null) return answer;
  }
}

function ask({ url, cookie }: Seat, path: string, etag: string): Promise<Answer> {
  const headers = { cookie, ...(etag === "" ? {} : { "if-none-match": etag }) };
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => void chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          etag: answer.headers.etag ?? "",
          text: Buffer.concat(chunks).toString("utf8"),
          durationMs: performance.now() - startedMs,
        }),
      );
    });
    sent.on("error", (error) => reject(Object.assign(error, { reused: sent.reusedSocket }))).end();
  });
}

/** Where a page of pods is read. */
export const podsPath = ({ clusterId }: Seat, query: string): string =>
  `/api/v1/clusters/${clusterId}/pods?${query}`;

/** Opens a tab; `onText` gets every answer that is not the same as before. Answers how to close it. */
export async function openTab(
  seat: Seat,
  query: string,
  onText: (text: string) => void,
): Promise<() => void> {
  const { url, cookie, clusterId } = seat;
  const socket: Socket = io(url, {
    ...{ path: "/live/", transports: ["websocket"], forceNew: true },
    extraHeaders: { origin: url, cookie },
  });
  let etag = "";
  let isReading = false;
  let isOld = false;
  /** A word that comes while the page reads means: once more, when that is done. */
  const readAgain = async (): Promise<void> => {
    isOld = true;
    if (isReading) return;
    isReading = true;
    while (isOld) {
      isOld = false;
      const answer = await read(seat, podsPath(seat, query), etag);
      if (answer.status === 304) continue;
      if (answer.status !== 200) throw new Error(`the list answered ${answer.status}`);
      etag = answer.etag;
      onText(answer.text);
    }
    isReading = false;
  };
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  socket.on("kube", () => void readAgain());
  await socket.emitWithAck("subscribe", { topic: `kube:${clusterId}:pods` });
  await readAgain();
  return () => void socket.disconnect();
}
