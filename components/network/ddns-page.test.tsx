import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { refuses, renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import type { DdnsView } from "@/lib/schemas/ddns-view";
import { DdnsPage } from "./ddns-page";
import { ddnsRow, ddnsView, NO_DDNS } from "./ddns.fixture";
import { keepKnown } from "./ddns-known";
import { siteAnswer } from "./site.fixture";
import { SiteFrame } from "./site-frame";

const DAY_MS = 86_400_000;

beforeEach(() => {
  localStorage.clear();
  stubMatchMedia(false);
});
afterEach(cleanup);

const panel = (view: DdnsView, more: Parameters<typeof stubPanel>[0] = {}) =>
  stubPanel({
    ...more,
    "GET /sites/s1/ddns": () => view,
    "GET /sites/s1": () => siteAnswer(),
    "GET /hosts": () => ({ hosts: [] }),
  });
const page = (about: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(
    <SiteFrame id="s1">
      <DdnsPage />
    </SiteFrame>,
    about,
  );
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const putOf = (asked: ReturnType<typeof stubPanel>) =>
  asked.filter(({ method }) => method === "PUT").at(-1)?.body;

async function edit() {
  fireEvent.click(await screen.findByText("gandalf9.ddns.net"));
  await screen.findByRole("dialog");
}

test("the first name is drafted with its provider's fields and the host that keeps it", async () => {
  const asked = panel(NO_DDNS, { "PUT /sites/s1/ddns": () => ddnsView() });
  page();
  await screen.findByText("No name follows the address of this site");
  press("Add a name");
  await screen.findByRole("dialog");
  press("Save");
  expect(screen.getByText("Enter the password.")).toBeTruthy();
  expect(putOf(asked)).toBeUndefined();
  type("Provider", "cloudflare");
  expect(screen.queryByLabelText("Login")).toBeNull();
  type("Name", "home.example.org");
  type("Zone", "example.org");
  type("API token", "abcdefgh12345678");
  press("Save");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(putOf(asked)).toEqual({
    settings: {
      hostId: siteAnswer().spec.firewalls[0]?.hostId,
      address: { kind: "web", url: "https://api.ipify.org/" },
      everyMinutes: 5,
      names: [{ provider: "cloudflare", name: "home.example.org", zone: "example.org" }],
    },
    secrets: { "home.example.org": "abcdefgh12345678" },
  });
  const setUp = await screen.findByRole("link", { name: "Set it up on fw1…" });
  expect(setUp.getAttribute("href")).toBe("/network/s1/plan?what=apply-ddns");
});

test("a stored secret is never shown, stays unless it is replaced, and belongs to its name", async () => {
  const asked = panel(ddnsView(), { "PUT /sites/s1/ddns": () => ddnsView() });
  page();
  await edit();
  expect(screen.queryByLabelText("Password")).toBeInstanceOf(HTMLDivElement);
  type("Login", "grace@example.org");
  press("Save");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(putOf(asked)).toMatchObject({ secrets: {} });
  await edit();
  press("Replace");
  type("Password", "n'ew #1");
  press("Save");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(putOf(asked)).toMatchObject({ secrets: { "gandalf9.ddns.net": "n'ew #1" } });
  await edit();
  type("Name", "other.ddns.net");
  expect(screen.getByLabelText("Password")).toBeInstanceOf(HTMLInputElement);
});

test("what the panel finds stands at its field until it is changed", async () => {
  const fields = {
    "settings.names.0.login": "This login is not known.",
    "secrets.gandalf9.ddns.net": "Enter the password of No-IP.",
  };
  panel(ddnsView(), {
    "PUT /sites/s1/ddns": () =>
      refuses(400, { code: "input.invalid", detail: "Wrong.", remedies: [], fields }),
  });
  page();
  await edit();
  press("Replace");
  type("Password", "x");
  press("Save");
  await screen.findByText("This login is not known.");
  expect(screen.getByLabelText("Login").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText("Password").getAttribute("aria-invalid")).toBe("true");
  type("Login", "ada");
  expect(screen.queryByText("This login is not known.")).toBeNull();
});

test("a free name says when it ends, and that it was confirmed", async () => {
  const endsAt = new Date(Date.now() + 5.5 * DAY_MS).toISOString();
  const asked = panel(ddnsView({ names: [ddnsRow({ confirm: { endsAt, isDue: true } })] }), {
    "POST /sites/s1/ddns/confirm": () => ddnsView(),
  });
  page();
  await screen.findByText("The free name ends in 5 days: confirm it at No-IP.");
  press("I have confirmed it");
  await waitFor(() => expect(screen.queryByText(/^The free name ends/)).toBeNull());
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    name: "gandalf9.ddns.net",
  });
});

test.each([
  ["a table", false],
  ["cards on a phone", true],
])("a name in trouble says why and what to do, in %s", async (_, isPhone) => {
  stubMatchMedia(isPhone);
  const trouble = ddnsRow({
    ...{ isWell: false, isFinal: true, sentence: "The provider refuses the login." },
    remedy: "Enter it again.",
  });
  panel(ddnsView({ names: [trouble] }));
  page();
  await screen.findByText("Needs you");
  expect(screen.getByText("The provider refuses the login.")).toBeTruthy();
  expect(screen.getByText("Enter it again.")).toBeTruthy();
});

test("who keeps the names is changed with the names untouched", async () => {
  const asked = panel(ddnsView(), { "PUT /sites/s1/ddns": () => ddnsView() });
  page();
  await screen.findByText("asks api.ipify.org");
  press("Change");
  await screen.findByRole("dialog");
  fireEvent.click(screen.getByRole("radio", { name: /^It has the address itself/ }));
  press("Save");
  await screen.findByText("An interface is such as eth0.");
  type("Interface", "ppp0");
  type("How often", "30");
  press("Save");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(putOf(asked)).toMatchObject({
    settings: {
      ...{ address: { kind: "interface", name: "ppp0" }, everyMinutes: 30 },
      names: ddnsView().settings?.names,
    },
  });
});

test("somebody who may only look is offered nothing to change", async () => {
  panel(ddnsView());
  page({ permissions: ["network:read"] });
  const card = await screen.findByRole("region", { name: "Who keeps them" });
  expect(within(card).queryAllByRole("button")).toEqual([]);
  expect(within(card).queryAllByRole("link")).toEqual([]);
});

const AWAY = { code: "ssh.unreachable", detail: "fw1 does not answer.", remedies: [] } as const;
const silent = ddnsRow({ isWell: null, sentence: null, address: null, updatedAt: null });

test("a host that is away leaves on the page what it said before, with its time", () => {
  const before = ddnsView();
  const now = ddnsView({ names: [silent], asOf: null, problem: AWAY });
  expect(keepKnown(before, now)).toEqual({ ...before, problem: AWAY });
  expect(keepKnown(undefined, now)).toBe(now);
});

test("a host that is away is named, and so is that nothing is known", async () => {
  panel(ddnsView({ names: [silent], asOf: null, problem: AWAY }));
  page();
  await screen.findByText("fw1 does not answer.");
  expect(screen.getByText("What the host last said is not known here.")).toBeTruthy();
});
