import type { SessionAnswer } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { signInCookie } from "./cookie";

interface NewSession {
  readonly token: string;
  readonly secure: boolean;
  readonly status: 200 | 201;
}

/** Hands a new session's token to the browser, as a cookie it cannot read, and says who it is. */
export async function signedInResponse(
  { sessions }: Pick<Container, "sessions">,
  { token, secure, status }: NewSession,
): Promise<Response> {
  const answer: SessionAnswer = { user: await sessions.find(token), setupNeeded: false };
  return Response.json(answer, {
    status,
    headers: { "Cache-Control": "no-store", "Set-Cookie": signInCookie(token, secure) },
  });
}
