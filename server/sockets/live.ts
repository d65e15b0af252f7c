import { createServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { Problem } from "@/lib/core/problem";
import type { UserRole } from "@/lib/schemas/session";
import { tokenHash } from "@/server/auth/token";
import type { Container } from "@/server/container";
import { admit } from "@/server/http/admit";
import { findSession } from "@/server/http/find-session";
import { type Behind, LIVE_PATH } from "@/server/http/front";
import { ADDRESS_HEADER, SECURE_HEADER } from "@/server/http/headers";
import { parseInput } from "@/server/http/parse-input";
import { problemBody } from "@/server/http/problem-response";
import type { Channel, Seat, SocketAnswer, SocketEvent } from "./define-socket-event";
import { SOCKET_EVENTS } from "./events";
import { startFanOut } from "./fan-out";
import { createHoldings } from "./holdings";
import { findTopic } from "./topics";

/** Subscriptions are short; nothing else comes in. */
const MAX_MESSAGE_BYTES = 16_384;
/** Sockets of one panel; each open page is one. */
const MAX_SOCKETS = 1000;
/** How soon an expired session or a changed role silences an open socket. */
const RECHECK_EVERY_MS = 60_000;

interface Holder {
  hash: string;
  role: UserRole;
  channel: Channel;
}

type LiveSocket = Socket<never, never, never, Holder>;

/** The socket side of the panel. */
export interface Live {
  readonly upgrade: Behind["live"];
  /** Looks at every socket's session again and disconnects those that lost it. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

const room = (hash: string) => `session:${hash}`;

const seatOf = (socket: LiveSocket): Seat => ({
  topics: new Set([...socket.rooms].filter((name) => findTopic(name) !== null)),
  join: (topic) => void socket.join(topic),
  leave: (topic) => void (findTopic(topic) !== null && socket.leave(topic)),
});

/** Checks everything anew at every event: the session may have ended since the last one. */
async function answer(
  container: Container,
  socket: LiveSocket,
  { event, input }: { event: SocketEvent; input: unknown },
): Promise<SocketAnswer> {
  const user = admit(await container.sessions.check(socket.data.hash), event.permission);
  if (!user.ok) return user;
  const body = await parseInput(event.body, input);
  if (!body.ok) return body;
  const { channel } = socket.data;
  const call = { container, user: user.value, body: body.value, seat: seatOf(socket), channel };
  const result = await event.handle(call);
  if (!result.ok) return { problem: result.problem };
  return result.value === undefined ? { ok: true } : { ok: true, value: result.value };
}

const unexpected: Problem = {
  code: "panel.unexpected",
  detail: "The panel met an error that it did not expect.",
  remedies: ["Reload the page.", "If it stays, look into the panel's log."],
};

function listen(container: Container, socket: LiveSocket): void {
  socket.on("disconnect" as never, (() => socket.data.channel.open.endAll()) as never);
  for (const [name, event] of Object.entries(SOCKET_EVENTS))
    socket.on(
      name as never,
      (async (input: unknown, reply: unknown) => {
        const said = await answer(container, socket, { event, input }).catch(
          (error: unknown): SocketAnswer => {
            container.log.error({ err: error, event: name }, "socket event failed");
            return { problem: unexpected };
          },
        );
        if (typeof reply === "function") (reply as (said: SocketAnswer) => void)(said);
        if ("problem" in said && said.problem.code === "auth.required") socket.disconnect(true);
      }) as never,
    );
}

function channelOf(socket: LiveSocket): Channel {
  const out = socket as unknown as Socket;
  return {
    id: socket.id,
    sessionHash: socket.data.hash,
    address: String(socket.request.headers[ADDRESS_HEADER]),
    send: (name, payload, done) =>
      void (done === undefined ? out.emit(name, payload) : out.emit(name, payload, done)),
    open: createHoldings(),
  };
}

/** Lets only browsers with a session in. */
async function enter(container: Container, socket: LiveSocket): Promise<void> {
  const { headers } = socket.request;
  const isSecure = headers[SECURE_HEADER] === "1";
  const { token, user: found } = await findSession(container.sessions, headers.cookie, isSecure);
  const user = admit(found, "panel:read");
  if (!user.ok)
    throw Object.assign(new Error(user.problem.code), { data: problemBody(user.problem) });
  socket.data.hash = tokenHash(token ?? "");
  socket.data.role = user.value.role;
  socket.data.channel = channelOf(socket);
  await socket.join(room(socket.data.hash));
}

/** Starts it. The front door hands it upgrades that passed the Origin check. */
export function createLive(container: Container): Live {
  const { bus } = container;
  const inner = createServer(); // never listens: requests and upgrades reach it only through the front
  const io: Server<never, never, never, Holder> = new Server(inner, {
    path: LIVE_PATH,
    serveClient: false,
    transports: ["websocket"],
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: (_, decide) => decide(null, io.engine.clientsCount < MAX_SOCKETS),
  });
  io.use((socket, next) => void enter(container, socket).then(() => next(), next));
  io.on("connection", (socket) => listen(container, socket));

  const rooms = io.of("/").adapter;
  const tell = (name: "topic.opened" | "topic.closed") => (topic: string) =>
    findTopic(topic) !== null && bus.emit(name, { topic });
  rooms.on("create-room", tell("topic.opened"));
  rooms.on("delete-room", tell("topic.closed"));

  const send = (to: string, name: string, event: unknown) =>
    void (io.to(to) as unknown as Server).emit(name, event);
  const endFanOut = startFanOut(container, send);
  const endClosed = bus.on("sessions.closed", ({ tokenHashes }) =>
    io.in(tokenHashes.map(room)).disconnectSockets(true),
  );

  const recheck = async () => {
    for (const socket of io.of("/").sockets.values()) {
      const user = await container.sessions.check(socket.data.hash);
      if (user?.role !== socket.data.role) socket.disconnect(true);
    }
  };
  const timer = setInterval(() => void recheck(), RECHECK_EVERY_MS).unref();

  return {
    upgrade: (request, socket, head) => void inner.emit("upgrade", request, socket, head),
    recheck,
    close: async () => {
      clearInterval(timer);
      endFanOut();
      endClosed();
      await io.close().catch(() => {}); // the inner server was never listening, which it complains about
    },
  };
}
