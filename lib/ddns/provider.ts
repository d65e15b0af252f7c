import { z } from "zod";
import type { DdnsName, DdnsProvider } from "@/lib/schemas/ddns";

/** What is peculiar to a provider. */
interface Provider {
  readonly label: string;
  /** What its secret is called on its own pages. */
  readonly secretLabel: string;
  readonly secret: z.ZodType<string>;
  /** Days after which it takes away a free name that nobody has confirmed; null: it does not. */
  readonly confirmEveryDays: number | null;
}

/** Any visible text on one line. Source: ddclient(8) reads a password to the last quote of its line. */
const password = z
  .string()
  .min(1, "Enter the password.")
  .max(256)
  .regex(/^[^\p{Cc}]+$/u, "A password is one line, without control characters.");

/** DuckDNS and ddclient put it into an address as it is. */
const token = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{8,128}$/, "Copy the token: letters, digits, - and _ only.");

/** Every provider there is. Adding one: its variant in lib/schemas/ddns.ts, a line here, its lines in lib/render/ddclient. */
export const PROVIDERS: Readonly<Record<DdnsProvider, Provider>> = {
  // Source: www.noip.com/support/knowledgebase, "Free hostnames must be confirmed every 30 days".
  "no-ip": { label: "No-IP", secretLabel: "Password", secret: password, confirmEveryDays: 30 },
  duckdns: { label: "DuckDNS", secretLabel: "Token", secret: token, confirmEveryDays: null },
  desec: { label: "deSEC", secretLabel: "Token", secret: token, confirmEveryDays: null },
  cloudflare: {
    label: "Cloudflare",
    secretLabel: "API token",
    secret: token,
    confirmEveryDays: null,
  },
  dyndns2: {
    label: "Another (dyndns2)",
    secretLabel: "Password",
    secret: password,
    confirmEveryDays: null,
  },
};

const DAY_MS = 86_400_000;
/** So long before the end it is time to say so. */
const REMIND_DAYS = 7;

/** When a free name has to be confirmed, and from when on that is said; null: never. */
export function confirmation(
  { provider }: Pick<DdnsName, "provider">,
  confirmedAt: Date,
): { readonly remindAt: Date; readonly endsAt: Date } | null {
  const days = PROVIDERS[provider].confirmEveryDays;
  if (days === null) return null;
  const endsMs = confirmedAt.getTime() + days * DAY_MS;
  return { remindAt: new Date(endsMs - REMIND_DAYS * DAY_MS), endsAt: new Date(endsMs) };
}
