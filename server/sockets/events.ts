import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { done, fail } from "@/lib/core/result";
import { logCloseInput, logOpenInput } from "@/lib/schemas/kube-log";
import {
  consoleInput,
  containerShellInput,
  hostShellInput,
  shellAttachInput,
  shellCloseInput,
  shellTextInput,
} from "@/lib/schemas/terminal";
import { admit } from "@/server/http/admit";
import { defineSocketEvent, type SocketEvent } from "./define-socket-event";
import { logHolding, openLog } from "./open-log";
import { attachShell, openContainerShell, openHostShell, openKubeConsole } from "./open-shell";
import { findTopic } from "./topics";

/** More than any page looks at. */
const MAX_TOPICS = 64;

const topicInput = z.object({ topic: z.string().max(220) });

const noTopic = (topic: string): Problem => ({
  code: "object.not-found",
  detail: `There is nothing to follow under "${topic}".`,
  remedies: ["Reload the page: the object may have been removed."],
});

const tooMany: Problem = {
  code: "input.too-large",
  detail: `One page may follow ${MAX_TOPICS} things at once.`,
  remedies: ["Close some of them."],
};

/** Every event a browser may send. */
export const SOCKET_EVENTS = {
  subscribe: defineSocketEvent({
    permission: "panel:read",
    body: topicInput,
    handle: async ({ container, user, body: { topic: name }, seat }) => {
      const found = findTopic(name);
      if (found === null) return fail(noTopic(name));
      const allowed = admit(user, found.topic.permission);
      if (!allowed.ok) return allowed;
      if (!(await found.topic.exists(container, found.parts))) return fail(noTopic(name));
      if (seat.topics.size >= MAX_TOPICS) return fail(tooMany);
      seat.join(name);
      return done;
    },
  }),
  unsubscribe: defineSocketEvent({
    permission: "panel:read",
    body: topicInput,
    handle: async ({ body: { topic }, seat }) => {
      seat.leave(topic);
      return done;
    },
  }),
  "log.open": defineSocketEvent({
    permission: "kube:read",
    body: logOpenInput,
    handle: openLog,
  }),
  "log.close": defineSocketEvent({
    permission: "panel:read",
    body: logCloseInput,
    handle: async ({ body: { stream }, channel }) => {
      channel.open.drop(logHolding(stream));
      return done;
    },
  }),
  "shell.open": defineSocketEvent({
    permission: "shell:container",
    body: containerShellInput,
    handle: openContainerShell,
  }),
  "shell.open-host": defineSocketEvent({
    permission: "shell:host",
    body: hostShellInput,
    handle: openHostShell,
  }),
  "console.open": defineSocketEvent({
    permission: "kube:console",
    body: consoleInput,
    handle: openKubeConsole,
  }),
  // Whose terminal it is, and whether they may still have it, is asked of the terminal itself.
  "shell.attach": defineSocketEvent({
    permission: "panel:read",
    body: shellAttachInput,
    handle: attachShell,
  }),
  "shell.input": defineSocketEvent({
    permission: "panel:read",
    body: shellTextInput,
    handle: async ({ container, user, body: { id, text } }) =>
      container.terminals.write({ id, user }, text),
  }),
  "shell.resize": defineSocketEvent({
    permission: "panel:read",
    body: shellAttachInput,
    handle: async ({ container, user, body: { id, ...size } }) =>
      container.terminals.resize({ id, user }, size),
  }),
  "shell.close": defineSocketEvent({
    permission: "panel:read",
    body: shellCloseInput,
    handle: async ({ container, user, body: { id } }) => container.terminals.close({ id, user }),
  }),
} as const satisfies Record<string, SocketEvent>;
