import { done, fail, type Result } from "@/lib/core/result";
import { type PasswordOwner, whyGuessable } from "./password-rules";

/** Refuses a password that is easy to guess, at the form's field. Its length is the schema's business. */
export function checkNewPassword(password: string, owner: PasswordOwner): Result<void> {
  const weakness = whyGuessable(password, owner);
  if (weakness === null) return done;
  return fail({
    code: "input.invalid",
    detail: "This password is too easy to guess.",
    remedies: ["Choose another password."],
    fields: { password: weakness },
  });
}
