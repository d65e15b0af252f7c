import { z } from "zod";

/** What a person may be, most powerful first. */
export const ROLES = ["administrator", "operator", "viewer"] as const;
export type UserRole = (typeof ROLES)[number];

/** Everything a role may allow. Which role allows what: server/auth/permissions.ts. */
export const PERMISSIONS = [
  "panel:read",
  "hosts:read",
  "hosts:write",
  "clusters:read",
  "clusters:write",
  "clusters:adopt",
  "jobs:read",
  "jobs:write",
  "kube:read",
  "kube:console",
  "kube:reveal",
  "kube:write",
  "kubeconfig:create",
  "kubeconfig:manage",
  "shell:container",
  "shell:host",
  "service:open",
  "artifacts:read",
  "artifacts:write",
  "network:read",
  "network:write",
  "settings:read",
  "settings:write",
  "audit:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who is signed in, and what the interface may offer. The server checks again at every call. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  readonly permissions: readonly Permission[];
}

/** Answer of GET /session. */
export interface SessionAnswer {
  readonly user: SessionUser | null;
  /** True until the first administrator exists. */
  readonly setupNeeded: boolean;
}

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "Write an e-mail address of at most 254 characters.")
  .pipe(z.email("Write an e-mail address such as ada@example.org."));

/** Source: OWASP ASVS 5.0, 6.2.1 (at least 8, better 15) and 6.2.9 (at least 64 allowed). */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 256;

/** A password to be set. Whether it is a common one is decided on the server. */
export const newPassword = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `Use at least ${PASSWORD_MIN_LENGTH} characters; a few words are fine.`)
  .max(PASSWORD_MAX_LENGTH, `Use at most ${PASSWORD_MAX_LENGTH} characters.`);

/** Body of POST /session. */
export const signInInput = z.object({
  email,
  password: z
    .string()
    .min(1, "Enter your password.")
    .max(PASSWORD_MAX_LENGTH, `Passwords have at most ${PASSWORD_MAX_LENGTH} characters.`),
});
export type SignInInput = z.infer<typeof signInInput>;

/** Body of POST /setup: the first administrator, by the holder of the set-up link. */
export const setupInput = z.object({
  token: z.string().min(1, "Open the set-up link from the terminal.").max(100),
  name: z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters."),
  email,
  password: newPassword,
});
export type SetupInput = z.infer<typeof setupInput>;

/** Body of PUT /session/password: one's own. */
export const changePasswordInput = z.object({
  current: signInInput.shape.password,
  password: newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** Query of DELETE /session. */
export const signOutInput = z.object({
  /** "true" ends every session of this person, not only this browser's. */
  everywhere: z.enum(["true", "false"]).default("false"),
});
