import { expect, test } from "vitest";
import { signedIn } from "@/server/testing/call-route";
import { testContainer } from "@/server/testing/test-container";
import { SECURE_HEADER } from "./headers";
import { pageUser } from "./page-session";

test("a page knows its viewer, over http and over https, by each one's own cookie", async () => {
  await using panel = await testContainer();
  const { token } = await signedIn(panel.container, "viewer");
  const ask = (cookie: string, secure: string) =>
    pageUser(new Headers({ cookie, [SECURE_HEADER]: secure }));
  expect(await ask(`gandalf=${token}`, "0")).toMatchObject({ role: "viewer" });
  expect(await ask(`other=1; __Host-Http-gandalf=${token}`, "1")).toMatchObject({ role: "viewer" });
  expect(await ask(`gandalf=${token}`, "1")).toBeNull();
  expect(await pageUser(new Headers())).toBeNull();
});
