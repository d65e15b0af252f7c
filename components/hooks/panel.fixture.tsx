import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ReactNode } from "react";
import { vi } from "vitest";
import type { Problem } from "@/lib/core/problem";
import { PERMISSIONS, type Permission, type SessionUser } from "@/lib/schemas/session";

// Whole pages on a machine that is busy with other tests.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 60_000 });

/** What the browser asked the panel for. */
export interface AskedPanel {
  readonly method: string;
  /** After /api/v1, with the query. */
  readonly path: string;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
}

type Answer = (asked: AskedPanel) => unknown;

/** A panel's refusal. */
export const refuses = (status: number, problem: Problem): Response =>
  Response.json(problem, { status, headers: { "content-type": "application/problem+json" } });

/**
 * A panel that answers as the test says: the first key ("GET /clusters/c1/pods") that begins the request wins. What
 * has no answer never answers. Everything asked is kept.
 */
export function stubPanel(answers: Readonly<Record<string, Answer>>): readonly AskedPanel[] {
  const asked: AskedPanel[] = [];
  vi.stubGlobal("fetch", async (url: string, options: RequestInit = {}) => {
    const { method = "GET", body, signal } = options;
    const call: AskedPanel = {
      method,
      path: url.replace("/api/v1", ""),
      body: typeof body === "string" ? (JSON.parse(body) as unknown) : undefined,
      signal: signal ?? undefined,
    };
    asked.push(call);
    const found = Object.entries(answers).find(([start]) =>
      `${method} ${call.path}`.startsWith(start),
    );
    const answer = found === undefined ? await never() : await found[1](call);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  return asked;
}

const never = () => new Promise<never>(() => {});

const user = (permissions: readonly Permission[]): SessionUser => ({
  ...{ id: "u1", name: "Ada", email: "ada@example.org", role: "operator", permissions },
});

/** Renders a page as the frame would: signed in, at an address. Answers with where it led. */
export function renderPage(
  page: ReactNode,
  about: { query?: string; permissions?: readonly Permission[] } = {},
) {
  const { query = "", permissions = PERMISSIONS } = about;
  const pushed: string[] = [];
  const router = {
    push: (href: string) => void pushed.push(href),
    replace: () => {},
    prefetch: () => {},
    back: () => {},
    forward: () => {},
    refresh: () => {},
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(["session"], { user: user(permissions), setupNeeded: false });
  const view = render(
    <AppRouterContext value={router as never}>
      <PathnameContext value="/">
        <SearchParamsContext value={new URLSearchParams(query)}>
          <QueryClientProvider client={client}>{page}</QueryClientProvider>
        </SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>,
  );
  return { ...view, pushed };
}
