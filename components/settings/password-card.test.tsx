import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { PasswordCard } from "./password-card";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const user = { id: "u1", name: "Ada", email: "ada@example.org", role: "viewer", permissions: [] };

/** A panel that knows who looks, and answers the change as told. */
function panelThatAnswers(status: number, body: unknown) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (path: string, init: { method: string; body: string }) => {
    if (path.endsWith("/session"))
      return new Response(JSON.stringify({ user, setupNeeded: false }));
    sent.push([init.method, path, JSON.parse(init.body)]);
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PasswordCard leastLength={12} />
    </QueryClientProvider>,
  );
  return sent;
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole("button", { name: "Change password" }));

test("a change is sent once and the fields are empty again", async () => {
  const sent = panelThatAnswers(204, null);
  type("Current password", "correct horse battery");
  type("New password", "violet kettle under snow");
  submit();
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("New password").value).toBe(""),
  );
  const body = { current: "correct horse battery", password: "violet kettle under snow" };
  expect(sent).toEqual([["PUT", "/api/v1/session/password", body]]);
});

test("a short password is refused at its field without asking the panel", async () => {
  const sent = panelThatAnswers(204, null);
  type("Current password", "correct horse battery");
  type("New password", "short");
  submit();
  expect(await screen.findByText(/Use at least 12 characters/)).toBeTruthy();
  expect(sent).toEqual([]);
});

test("what the panel refuses stands at the field it names, and what was typed stays", async () => {
  const sentence = "This is not your current password.";
  const fields = { current: sentence };
  panelThatAnswers(422, { code: "input.invalid", detail: sentence, remedies: [], fields });
  type("Current password", "not the right one");
  type("New password", "violet kettle under snow");
  submit();
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("New password").value).not.toBe("");
});
