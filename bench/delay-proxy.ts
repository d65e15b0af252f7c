/** A TCP proxy that adds half of the round trip in each direction. Arguments: rtt in ms, then port=address … */
import { createConnection, createServer, type Socket } from "node:net";

const [rtt = "0", ...routes] = process.argv.slice(2);
const halfMs = Number(rtt) / 2;

/** Hands every chunk over `halfMs` after it came, in order. */
function delayed(from: Socket, to: Socket): void {
  from.on("data", (chunk) => setTimeout(() => to.writable && to.write(chunk), halfMs));
  from.on("close", () => setTimeout(() => to.destroy(), halfMs));
  from.on("error", () => to.destroy());
}

for (const route of routes) {
  const [port, address] = route.split("=");
  createServer({ noDelay: true }, (near) => {
    const far = createConnection({ host: address ?? "", port: 22, noDelay: true });
    delayed(near, far);
    delayed(far, near);
  }).listen(Number(port), "127.0.0.1", () => console.log("ready"));
}
