import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Permission, SessionUser } from "@/lib/schemas/session";
import { allows } from "@/server/auth/permissions";

/** What a route or socket event demands. "public" is for people who are not signed in. */
export type Demand = Permission | "public";

/** Whoever passed the demand: nobody knows who, only if it was "public". */
export type Admitted<D extends Demand> = D extends "public" ? SessionUser | null : SessionUser;

const signInFirst: Problem = {
  code: "auth.required",
  detail: "You are not signed in, or your session has ended.",
  remedies: ["Sign in, then try again."],
};

const forbidden = (user: SessionUser, permission: Permission): Problem => ({
  code: "auth.forbidden",
  detail: `Your role, ${user.role}, does not include ${permission}.`,
  remedies: ["Ask an administrator to do it, or to change your role."],
});

/** The one place where a permission is decided, for routes, socket events and topics alike. */
export function admit<D extends Demand>(user: SessionUser | null, demand: D): Result<Admitted<D>> {
  if (demand !== "public") {
    if (user === null) return fail(signInFirst);
    if (!allows(user.role, demand)) return fail(forbidden(user, demand));
  }
  return ok(user as Admitted<D>); // null only got here if the demand was "public"
}
