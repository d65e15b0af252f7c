"use client";
import type { Socket } from "socket.io-client";

/** One connection of this tab to the panel's events; loaded after the page. */
export type LiveState = "connecting" | "live" | "away";

/** Contract with the server: join and leave rooms by name; it answers with events named in the payload. */
export interface LiveEvent {
  readonly room: string;
  readonly event: string;
  readonly payload: unknown;
}

type Listener = (event: LiveEvent) => void;

const rooms = new Map<string, Set<Listener>>();
const stateListeners = new Set<() => void>();
let state: LiveState = "connecting";
let awaySinceMs: number | undefined;
let socket: Promise<Socket> | undefined;

function setState(next: LiveState) {
  awaySinceMs = next === "live" ? undefined : (awaySinceMs ?? Date.now());
  if (next === state) return;
  state = next;
  stateListeners.forEach((listener) => listener());
}

/** The connection's state now. */
export const liveState = (): LiveState => state;

/** When the panel was last heard, while it is away. */
export const liveAwaySinceMs = (): number | undefined => awaySinceMs;

/** Calls back when the state changes; answers with how to stop. Opens the connection. */
export function onLiveState(listener: () => void): () => void {
  stateListeners.add(listener);
  void connection();
  return () => void stateListeners.delete(listener);
}

/** Hears a room's events until the returned function is called; joins again after every reconnect. */
export function joinRoom(room: string, listener: Listener): () => void {
  const listeners = rooms.get(room) ?? new Set();
  const first = listeners.size === 0;
  listeners.add(listener);
  rooms.set(room, listeners);
  if (first) void connection().then((live) => live.connected && live.emit("join", room));
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    rooms.delete(room);
    void connection().then((live) => !rooms.has(room) && live.emit("leave", room));
  };
}

function connection(): Promise<Socket> {
  socket ??= import("socket.io-client").then(({ io }) => {
    const live = io({ path: "/live/", transports: ["websocket"], reconnectionDelayMax: 5_000 });
    live.on("connect", () => {
      setState("live");
      for (const room of rooms.keys()) live.emit("join", room);
    });
    live.on("disconnect", () => setState("away"));
    live.on("connect_error", () => setState("away"));
    live.on("event", (event: LiveEvent) => {
      rooms.get(event.room)?.forEach((listener) => listener(event));
    });
    return live;
  });
  return socket;
}
