import { afterEach, beforeEach, expect, test } from "vitest";
import { PUT } from "@/app/api/v1/session/password/route";
import { reveal } from "@/lib/core/secret";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";

const OLD = "correct horse battery"; // what signedIn() gives
const NEW = "violet kettle under snow";

let panel: TestContainer;
let me: Awaited<ReturnType<typeof signedIn>>;
beforeEach(async () => {
  panel = await testContainer();
  me = await signedIn(panel.container, "viewer");
});
afterEach(() => panel[Symbol.asyncDispose]());

const change = (current: string, password: string) =>
  callRoute(PUT, { method: "PUT", body: { current, password }, cookie: me.cookie });
const works = async (password: string) => {
  const { passwordHash } = await panel.container.db.user.findUniqueOrThrow({
    where: { id: me.id },
  });
  return panel.container.passwords.matches(passwordHash, password);
};
const actions = async () =>
  (await panel.container.db.auditEntry.findMany()).map(
    ({ action, object }) => `${action} ${object}`,
  );

test("the new password works, this session goes on and the others end", async () => {
  const { sessions, bus } = panel.container;
  const elsewhere = await sessions.open(me.id, { address: "192.0.2.9", userAgent: "phone" });
  const closed: number[] = [];
  bus.on("sessions.closed", ({ tokenHashes }) => closed.push(tokenHashes.length));
  expect((await change(OLD, NEW)).status).toBe(204);
  expect(await works(NEW)).toBe(true);
  expect(await works(OLD)).toBe(false);
  expect(await sessions.find(me.token)).toMatchObject({ id: me.id });
  expect(await sessions.find(elsewhere)).toBeNull();
  expect(closed).toEqual([1]); // their sockets are told
  expect(await actions()).toEqual([`password.change user:${me.id}`]);
});

test("kubeconfigs through the panel end with the old password, and what runs through them", async () => {
  const { db, kubeTokens } = panel.container;
  const { id: clusterId } = await db.cluster.create({ data: { name: "home", spec: "{}" } });
  const wanted = { clusterId, name: "laptop", ttlMs: 3_600_000 };
  const mine = await kubeTokens.create({ ...wanted, userId: me.id });
  const other = await signedIn(panel.container, "operator");
  const theirs = await kubeTokens.create({ ...wanted, userId: other.id });
  expect((await change("not the right one", NEW)).status).toBe(422);
  expect(await kubeTokens.find(reveal(mine.token), "192.0.2.1")).not.toBeNull();
  expect((await change(OLD, NEW)).status).toBe(204);
  expect(await kubeTokens.find(reveal(mine.token), "192.0.2.1")).toBeNull();
  expect(await kubeTokens.find(reveal(theirs.token), "192.0.2.1")).not.toBeNull();
  const [entry] = await db.auditEntry.findMany({ where: { action: "password.change" } });
  expect(entry?.detail).toContain('"endedKubeconfigs":1');
});

test.each([
  ["a wrong current password", "not the right one", NEW, "current", "not your current"],
  ["the same password again", OLD, OLD, "password", "is your current password"],
  ["one that is easy to guess", OLD, "Password2024!!", "password", "easy to guess"],
  ["one that is too short", OLD, "short", "password", "at least 12"],
])("%s is refused at its field and nothing changes", async (...row) => {
  const [, current, password, field, sentence] = row;
  const answer = await change(current, password);
  expect(answer.status).toBe(422);
  const { fields } = (await answer.json()) as { fields: Record<string, string> };
  expect(fields[field]).toContain(sentence);
  expect(await works(OLD)).toBe(true);
});

test("guesses at the current password are slowed down and written down", async () => {
  for (let i = 0; i < 5; i += 1) expect((await change("not the right one", NEW)).status).toBe(422);
  expect((await change(OLD, NEW)).status).toBe(429);
  expect(await works(OLD)).toBe(true);
  expect((await actions()).length).toBe(5);
  panel.clock.advance(60_000);
  expect((await change(OLD, NEW)).status).toBe(204);
});
