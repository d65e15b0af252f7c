import { afterEach, expect, test, vi } from "vitest";
import { api } from "./api";
import { isApiProblem, problemOf } from "./api-problem";
import { signedInAgain } from "./reauth";

afterEach(() => vi.unstubAllGlobals());

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

/** A network that gives these answers in order. */
function answers(...all: readonly (() => Response | Promise<Response>)[]) {
  const fetch = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
  for (const answer of all) fetch.mockImplementationOnce(async () => answer());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const required = { code: "auth.required", detail: "Your session has ended.", remedies: [] };

test("a call whose session ended waits, and is sent again after signing in", async () => {
  const fetch = answers(
    () => json(401, required),
    () => json(201, { id: "c1" }),
  );
  const answer = api.post<{ id: string }>("/clusters", { name: "gandalf" });
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
  signedInAgain();
  await vi.waitFor(async () => {
    signedInAgain();
    expect(fetch).toHaveBeenCalledTimes(2);
  });
  expect(await answer).toEqual({ id: "c1" });
  expect(fetch.mock.calls[1]?.[1].body).toBe('{"name":"gandalf"}');
});

test("a wrong password is an answer, not a reason to ask for one", async () => {
  answers(() => json(401, { code: "auth.failed", detail: "Wrong.", remedies: [] }));
  await expect(api.post("/session", {}, { anonymous: true })).rejects.toSatisfy(isApiProblem);
});

test("a problem comes with its fields and how long to wait", async () => {
  const body = { code: "auth.rate-limited", detail: "Wait.", remedies: [], fields: { email: "x" } };
  answers(() => json(429, body, { "retry-after": "42" }));
  await expect(api.get("/hosts")).rejects.toMatchObject({
    status: 429,
    retryAfterS: 42,
    problem: { code: "auth.rate-limited", fields: { email: "x" } },
  });
});

test("a lost connection becomes a problem with a remedy", async () => {
  answers(() => Promise.reject(new TypeError("Failed to fetch")));
  const failure = await api.get("/hosts").catch(problemOf);
  expect(failure).toMatchObject({ code: "panel.unreachable" });
});

test("somebody else's error page becomes a problem too", async () => {
  answers(() => new Response("<h1>502 Bad Gateway</h1>", { status: 502 }));
  const failure = await api.get("/hosts").catch(problemOf);
  expect(failure).toMatchObject({
    code: "panel.unexpected",
    detail: expect.stringContaining("502"),
  });
});

test("nothing to say is undefined", async () => {
  answers(() => new Response(null, { status: 204 }));
  expect(await api.delete("/session")).toBeUndefined();
});
