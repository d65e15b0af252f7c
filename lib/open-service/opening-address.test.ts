import { expect, test } from "vitest";
import { isOpenTemplate, openingAddress, sharesPort } from "./opening-address";

const address = (panel: string, template: string | null = null) =>
  openingAddress({ template, panel: new URL(panel), id: "k3v9", port: 4470 });

test.each(["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"])(
  "from %s an app gets a name that nothing else has",
  (panel) => {
    expect(address(panel)).toEqual({
      origin: "http://k3v9.localhost:4470",
      host: "k3v9.localhost:4470",
      ...{ secure: false, isolated: true },
    });
    expect(sharesPort({ template: null, panel: new URL(panel) })).toBe(true);
  },
);

test("from another machine it gets a port of the name by which that machine knows the panel", () => {
  expect(address("http://192.168.1.9:3000")).toMatchObject({
    origin: "http://192.168.1.9:4470",
    isolated: false,
  });
  const overTls = address("https://gandalf.example.org");
  expect(overTls).toMatchObject({ origin: "https://gandalf.example.org:4470", secure: true });
  expect(sharesPort({ template: null, panel: new URL("http://192.168.1.9:3000") })).toBe(false);
});

test("the settings may give names to apps, or ports to names", () => {
  expect(address("http://x", "https://{id}.apps.example.org")).toMatchObject({
    ...{ origin: "https://k3v9.apps.example.org", host: "k3v9.apps.example.org", isolated: true },
  });
  const byPort = address("http://x", "https://app-{port}.example.org");
  expect(byPort).toMatchObject({ host: "app-4470.example.org", isolated: false });
});

test.each([
  ["https://{id}.apps.example.org", true],
  ["http://gandalf.lan:{port}", true],
  ["http://gandalf.lan:{port}/", true],
  ["https://apps.example.org", false],
  ["https://{id}.example.org/path", false],
  ["ftp://{id}.example.org", false],
  ["{id}.example.org", false],
  ["https://user@{id}.example.org", false],
])("%s is usable: %s", (template, usable) => {
  expect(isOpenTemplate(template)).toBe(usable);
});
