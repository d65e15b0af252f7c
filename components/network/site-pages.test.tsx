import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { refuses, renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import type { SiteDetailAnswer } from "@/lib/schemas/site-view-row";
import { MatrixPage } from "./matrix-page";
import { siteAnswer, siteMeasurement } from "./site.fixture";
import { SiteFrame } from "./site-frame";

beforeEach(() => {
  localStorage.clear();
  stubMatchMedia(true);
});
afterEach(cleanup);

const saved = (answer: SiteDetailAnswer) => ({
  "GET /sites/s1/measurements": () => ({ measurements: [siteMeasurement()] }),
  "GET /sites/s1/rules": () => ({ hosts: [] }),
  "POST /sites/s1/check": () => ({ findings: [], hosts: [] }),
  "GET /sites/s1": () => answer,
});
const page = (query = "") =>
  renderPage(
    <SiteFrame id="s1">
      <MatrixPage />
    </SiteFrame>,
    { query },
  );
const denyHomeToDmz = async () => {
  page("cell=home~dmz");
  fireEvent.click(await screen.findByRole("radio", { name: /^Deny/ }));
};

test("a field says its verdict, its services and what was measured, and what differs comes first", async () => {
  stubPanel(saved(siteAnswer()));
  page("cell=dmz~home");
  const field = await screen.findByRole("button", { name: /^dmz to home: Deny\./ });
  await waitFor(() => expect(field.getAttribute("aria-label")).toMatch(/Measured \d+ of \d+\.$/));
  expect(
    screen.getByRole("button", { name: /^home to dmz: Allow ping, ssh-2200, http/ }),
  ).toBeTruthy();
  const drawer = screen.getByRole("complementary");
  expect(drawer.textContent).toMatch(/reaches fw2 on .* It must not\./);
  const [, first] = within(drawer).getAllByRole("row");
  expect(first?.textContent).toMatch(/Blocked.*Open/);
});

test("an edit waits in a draft that outlives the page, and is saved on the revision it was made on", async () => {
  let kept: unknown = siteAnswer();
  const asked = stubPanel({
    ...saved(siteAnswer()),
    "PUT /sites/s1/policy": ({ body }) => {
      kept = { ...siteAnswer({ revision: 4 }), spec: (body as { spec: unknown }).spec };
      return kept;
    },
    "GET /sites/s1": () => kept,
  });
  await denyHomeToDmz();
  await screen.findByText("1 change not saved");
  cleanup();
  page();
  await screen.findByText("1 change not saved");
  expect(screen.getByRole("button", { name: /^home to dmz: Deny\. not saved/ })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved as revision 4; the hosts have revision 3.");
  const put = asked.find(({ method }) => method === "PUT");
  expect(put?.body).toMatchObject({ baseRevision: 3 });
  expect(localStorage.length).toBe(0);
});

test("going back to what is saved leaves no draft", async () => {
  stubPanel(saved(siteAnswer()));
  page("cell=dmz~home");
  fireEvent.click(await screen.findByRole("checkbox", { name: /Log what is dropped/ }));
  await screen.findByText("1 change not saved");
  fireEvent.click(screen.getByRole("checkbox", { name: /Log what is dropped/ }));
  await waitFor(() => expect(screen.queryByText("1 change not saved")).toBeNull());
});

test("when somebody else saved meanwhile both changes are shown, and one of them is chosen", async () => {
  let isTaken = false;
  const theirs = siteAnswer({ revision: 4 }, (site) => ({ ...site, masquerade: ["dmz"] }));
  const asked = stubPanel({
    ...saved(siteAnswer()),
    "PUT /sites/s1/policy": ({ body }) => {
      if (isTaken)
        return { ...siteAnswer({ revision: 5 }), spec: (body as { spec: unknown }).spec };
      isTaken = true;
      return refuses(409, { code: "object.conflict", detail: "Saved meanwhile.", remedies: [] });
    },
    "GET /sites/s1": () => (isTaken ? theirs : siteAnswer()),
  });
  await denyHomeToDmz();
  cleanup();
  page();
  fireEvent.click(await screen.findByRole("button", { name: "Save" }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText("home");
  expect(dialog.textContent).toMatch(
    /What they changedMasqueradinghomeremoved.*What you changedCellhome → dmzchanged/,
  );
  fireEvent.click(within(dialog).getByRole("button", { name: "Save mine over theirs" }));
  await waitFor(() => expect(screen.queryByText(/not saved$/)).toBeNull());
  const puts = asked.filter(({ method }) => method === "PUT");
  expect(puts.map(({ body }) => (body as { baseRevision: number }).baseRevision)).toEqual([3, 4]);
});

test("a finding that blocks keeps Apply from acting, and leads to its place", async () => {
  stubPanel(
    saved(
      siteAnswer({ appliedRevision: null }, (site) => ({
        ...site,
        cells: site.cells?.filter(({ from, to }) => from !== "dmz" || to !== "dmz"),
      })),
    ),
  );
  const { pushed } = page();
  await screen.findByText(/keeps? the rules from being applied\.$/);
  const apply = screen.getByRole("button", { name: "Apply…" });
  expect(apply.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(apply);
  expect(pushed).toEqual([]);
  const [link] = screen.getAllByRole("link", { name: "Show it" });
  expect(link?.getAttribute("href")).toBe("/network/s1?cell=dmz~dmz");
});

test("somebody who may only look is offered nothing to change", async () => {
  stubPanel(saved(siteAnswer({ appliedRevision: null })));
  renderPage(
    <SiteFrame id="s1">
      <MatrixPage />
    </SiteFrame>,
    { permissions: ["network:read"], query: "cell=home~dmz" },
  );
  expect(
    (await screen.findByRole<HTMLInputElement>("radio", { name: /^Deny/ })).matches(":disabled"),
  ).toBe(true);
  expect(screen.queryByRole("button", { name: "Measure now" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Apply…" })).toBeNull();
});
