import type { HostAccess } from "@/lib/schemas/host";

/** How to get in, as the form holds it. Lives in memory only and is dropped with the form. */
export interface AccessDraft {
  readonly kind: HostAccess["kind"];
  readonly password: string;
  readonly privateKey: string;
  readonly passphrase: string;
  /** sudo asks for a password of its own. */
  readonly sudoDiffers: boolean;
  readonly sudoPassword: string;
}

export const EMPTY_ACCESS: AccessDraft = {
  kind: "password",
  password: "",
  privateKey: "",
  passphrase: "",
  sudoDiffers: false,
  sudoPassword: "",
};

/** Fields of the access form, by the names of the panel's schema. */
export type AccessField = "password" | "privateKey" | "passphrase" | "sudoPassword";

const ACCESS_FIELDS: readonly AccessField[] = [
  "password",
  "privateKey",
  "passphrase",
  "sudoPassword",
];

/** Whether any of the problems stands at a field of the access form. */
export const atAccess = (fields: Readonly<Record<string, string>>): boolean =>
  ACCESS_FIELDS.some((field) => fields[field] !== undefined);

/** What is still missing; null: complete. */
export function missingAccess(draft: AccessDraft): AccessField | null {
  if (draft.kind === "password" && draft.password === "") return "password";
  if (draft.kind === "key" && draft.privateKey.trim() === "") return "privateKey";
  return draft.sudoDiffers && draft.sudoPassword === "" ? "sudoPassword" : null;
}

/** What the panel is sent. */
export function toAccess(draft: AccessDraft): HostAccess {
  const sudo = draft.sudoDiffers ? { sudoPassword: draft.sudoPassword } : {};
  if (draft.kind === "password") return { kind: "password", password: draft.password, ...sudo };
  return {
    kind: "key",
    privateKey: draft.privateKey,
    ...(draft.passphrase === "" ? {} : { passphrase: draft.passphrase }),
    ...sudo,
  };
}

/** The panel's problems by field, without the path of the form they came from ("access.password"). */
export const fieldsOf = (
  fields: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields ?? {}).map(([path, text]) => [path.replace(/^access\./, ""), text]),
  );
