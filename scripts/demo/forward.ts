/**
 * One end of the bridge between this machine and the lab's network. The two ends meet at a socket file, because files are
 * shared where networks are not. Usage: node forward.ts FROM TO, each a port of 127.0.0.1 or the path of a socket file.
 */
import { connect, createServer, type Server } from "node:net";
import { argv } from "node:process";

type End = { host: string; port: number } | { path: string };

const end = (place: string): End =>
  /^\d+$/.test(place) ? { host: "127.0.0.1", port: Number(place) } : { path: place };

/** Passes every connection made to `from` on to `to`, until the server is closed. Resolves when it listens, rejects when it cannot. */
export function forward(from: string, to: string): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ ...end(to), allowHalfOpen: true });
    const drop = () => [near, far].forEach((socket) => socket.destroy());
    near.on("error", drop).pipe(far);
    far.on("error", drop).pipe(near);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(end(from), () => resolve(server));
  });
}

const [, self, from, to] = argv;
if (self === import.meta.filename && from !== undefined && to !== undefined)
  await forward(from, to);
