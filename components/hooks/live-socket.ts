"use client";
import type { Socket } from "socket.io-client";
import { waitForSignIn } from "./reauth";
import { topicOf } from "./live-topic";

/** "connecting" until the first answer, "away" while the panel does not answer. */
export type LiveState = "connecting" | "live" | "away";

/** Something that happened in a topic one follows. */
export interface LiveEvent {
  readonly room: string;
  readonly event: string;
  readonly payload: unknown;
}

/** One part of the page that follows a topic. */
interface Follower {
  readonly heard: (event: LiveEvent) => void;
  /** The panel sends events from now on: what happened before must be asked for over HTTP. */
  readonly joined: () => void;
}

interface Room {
  readonly followers: Set<Follower>;
  joined: boolean;
}

/** How soon a connection that the panel refused is tried again. */
const RETRY_MS = 5_000;

const rooms = new Map<string, Room>();
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

/** Since when the panel has not answered, while it is away. */
export const liveAwaySinceMs = (): number | undefined => awaySinceMs;

/** Calls back when the state changes; answers with how to stop. Opens the connection. */
export function onLiveState(listener: () => void): () => void {
  stateListeners.add(listener);
  void connection();
  return () => void stateListeners.delete(listener);
}

/** Follows a topic until the returned function is called; follows again after every reconnect. */
export function joinRoom(topic: string, follower: Follower): () => void {
  const room = rooms.get(topic) ?? { followers: new Set(), joined: false };
  const first = room.followers.size === 0;
  room.followers.add(follower);
  rooms.set(topic, room);
  if (room.joined) follower.joined();
  else if (first) void connection().then((live) => live.connected && subscribe(live, topic));
  return () => {
    room.followers.delete(follower);
    if (room.followers.size > 0 || rooms.get(topic) !== room) return;
    rooms.delete(topic);
    void connection().then((live) => {
      if (live.connected && !rooms.has(topic)) live.emit("unsubscribe", { topic });
    });
  };
}

function subscribe(live: Socket, topic: string) {
  live.emit("subscribe", { topic }, (answer: { readonly ok?: true }) => {
    const room = rooms.get(topic);
    if (!room || answer.ok !== true) return;
    room.joined = true;
    room.followers.forEach((follower) => follower.joined());
  });
}

/** The one connection of this tab; its code is loaded after the page. */
export function connection(): Promise<Socket> {
  socket ??= import("socket.io-client").then(({ io }) => {
    const live = io({ path: "/live/", transports: ["websocket"], reconnectionDelayMax: RETRY_MS });
    live.on("connect", () => {
      setState("live");
      for (const topic of rooms.keys()) subscribe(live, topic);
    });
    live.on("disconnect", (reason) => {
      setState("away");
      for (const room of rooms.values()) room.joined = false;
      if (reason === "io server disconnect") live.connect();
    });
    live.on("connect_error", (error: Error & { data?: { code?: string } }) => {
      setState("away");
      void afterRefusal(live, error.data?.code);
    });
    live.onAny((event: string, payload: unknown) => {
      const room = topicOf(event, payload);
      rooms.get(room)?.followers.forEach((follower) => follower.heard({ room, event, payload }));
    });
    return live;
  });
  return socket;
}

/** A refusal is not retried by the library: wait for a new session, or a little. */
async function afterRefusal(live: Socket, code: string | undefined): Promise<void> {
  if (live.active) return;
  if (code === "auth.required") await waitForSignIn();
  else await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  live.connect();
}
