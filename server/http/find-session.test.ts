import { expect, test } from "vitest";
import { signedIn } from "@/server/testing/call-route";
import { testContainer } from "@/server/testing/test-container";
import { findSession } from "./find-session";

test("a cookie that another port's page planted changes nothing", async () => {
  await using panel = await testContainer();
  const { sessions } = panel.container;
  const { id, token } = await signedIn(panel.container, "operator");
  for (const header of [
    `gandalf=planted; gandalf=${token}`,
    `gandalf=; gandalf=${token}; gandalf=${token}`,
    `gandalf-open-x=1; gandalf=${token}; gandalf=planted`,
  ])
    expect(await findSession(sessions, header, false)).toMatchObject({ token, user: { id } });
});

test("with two sessions in force nobody is signed in: one may be somebody else's", async () => {
  await using panel = await testContainer();
  const { sessions } = panel.container;
  const [own, other] = [
    await signedIn(panel.container, "administrator"),
    await signedIn(panel.container, "viewer"),
  ];
  const nobody = { token: null, user: null };
  const both = `gandalf=${other.token}; gandalf=${own.token}`;
  expect(await findSession(sessions, both, false)).toEqual(nobody);
  await sessions.close(other.token);
  expect(await findSession(sessions, both, false)).toMatchObject({ user: { id: own.id } });
});

test("a flood of planted cookies costs no look into the database", async () => {
  await using panel = await testContainer();
  const { token } = await signedIn(panel.container, "viewer");
  const planted = Array.from({ length: 9 }, (_, index) => `gandalf=p${index}`).join("; ");
  const found = await findSession(panel.container.sessions, `${planted}; gandalf=${token}`, false);
  expect(found.user).toBeNull();
});

test("over TLS only the name counts that no script can set", async () => {
  await using panel = await testContainer();
  const { id, token } = await signedIn(panel.container, "viewer");
  const { sessions } = panel.container;
  expect((await findSession(sessions, `gandalf=${token}`, true)).user).toBeNull();
  const header = `gandalf=planted; __Host-Http-gandalf=${token}`;
  expect((await findSession(sessions, header, true)).user).toMatchObject({ id });
});
