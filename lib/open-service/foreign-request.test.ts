import { expect, test } from "vitest";
import { isForeignSocket, isForeignToApp } from "./foreign-request";

const origin = "http://k3v9.localhost:4470";
const asked = (headers: Record<string, string>, method = "GET") =>
  isForeignToApp({ method, headers, origin });

test.each([
  ["its own script", { origin, "sec-fetch-site": "same-origin" }, "POST"],
  ["its own picture", { "sec-fetch-site": "same-origin" }, "GET"],
  ["a person who types the address", { "sec-fetch-site": "none" }, "GET"],
  ["its own form without a referrer", { origin: "null", "sec-fetch-site": "same-origin" }, "POST"],
  ["a browser that says nothing", {}, "GET"],
  [
    "a link from elsewhere",
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    "GET",
  ],
])("%s may", (_, headers, method) => {
  expect(asked(headers as Record<string, string>, method)).toBe(false);
});

const next = "http://other.localhost:4471";
test.each([
  ["another app's form", { origin: next, "sec-fetch-site": "same-site" }, "POST"],
  ["another app's script, over plain http", { origin: next }, "GET"],
  ["the panel's own page", { origin: "http://localhost:3000" }, "POST"],
  ["a page that hides where it is", { origin: "null" }, "POST"],
  [
    "a picture on another page",
    { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
    "GET",
  ],
  [
    "a frame on another page",
    { "sec-fetch-site": "same-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    "GET",
  ],
  [
    "a form that another page sends",
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    "POST",
  ],
])("%s may not", (_, headers, method) => {
  expect(asked(headers as Record<string, string>, method)).toBe(true);
});

test("a socket is opened by the app's own page, which says so", () => {
  expect(isForeignSocket({ headers: { origin }, origin })).toBe(false);
  expect(isForeignSocket({ headers: { origin: next }, origin })).toBe(true);
  expect(isForeignSocket({ headers: {}, origin })).toBe(true);
});
