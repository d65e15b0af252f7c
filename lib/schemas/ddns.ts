import { z } from "zod";
import { dnsName } from "./network";

/** Goes into a line of a configuration file and into requests: what is visible, and nothing that ends a value. */
const login = z
  .string()
  .trim()
  .regex(
    /^[\x21-\x7e]{1,128}$/,
    "Write the login as the provider shows it: letters, digits and signs, no spaces.",
  )
  .refine((text) => !text.includes("#"), 'A login with "#" cannot be stored: use your e-mail.');

/** "dyndns.example.org" or "dyndns.example.org:8443"; always reached over TLS. */
const server = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{2,5})?$/,
    "Write the server's name, such as dyndns.example.org, without https:// and path.",
  );

const path = z
  .string()
  .trim()
  .regex(/^\/[A-Za-z0-9/._~-]{0,120}$/, "Write the path, such as /nic/update.");

/** A DuckDNS name is one label below duckdns.org. */
const duckName = dnsName.refine(
  (name) => /^[^.]+\.duckdns\.org$/i.test(name),
  "A DuckDNS name is such as gandalf9.duckdns.org.",
);

/** A name that follows the site's public address, and the provider that answers for it. Its secret is kept apart. */
export const ddnsName = z.discriminatedUnion("provider", [
  z.object({ provider: z.literal("no-ip"), name: dnsName, login }),
  z.object({ provider: z.literal("duckdns"), name: duckName }),
  z.object({ provider: z.literal("desec"), name: dnsName }),
  z.object({ provider: z.literal("cloudflare"), name: dnsName, zone: dnsName }),
  z.object({
    provider: z.literal("dyndns2"),
    name: dnsName,
    login,
    server,
    path: path.default("/nic/update"),
  }),
]);
export type DdnsName = z.infer<typeof ddnsName>;
export type DdnsProvider = DdnsName["provider"];

/** How the host learns which address the site has. */
export const ddnsAddress = z.discriminatedUnion("kind", [
  /** It asks a page that answers with nothing but the address: the usual case, behind a router. */
  z.object({
    kind: z.literal("web"),
    url: z
      .url({ protocol: /^https$/, error: "Write an address that begins with https://." })
      .max(200)
      .refine((url) => !/['"\\,#\s]/.test(url), "Leave out quotes, commas and #.")
      .default("https://api.ipify.org/"),
  }),
  /** One of its own interfaces has it. */
  z.object({
    kind: z.literal("interface"),
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/, "An interface is such as eth0."),
  }),
]);
export type DdnsAddress = z.infer<typeof ddnsAddress>;

/** The names of a site, and the host that keeps them true. */
export const ddnsSettings = z
  .object({
    hostId: z.string().min(1).max(64),
    address: ddnsAddress.default({ kind: "web", url: "https://api.ipify.org/" }),
    /** Source: providers ban who asks without a change more often than every few minutes. */
    everyMinutes: z.int().min(5, "Ask every 5 minutes at most.").max(1440).default(5),
    names: z.array(ddnsName).min(1, "Add a name.").max(16),
  })
  .superRefine(({ names }, ctx) => {
    const seen = new Set<string>();
    names.forEach(({ name }, index) => {
      const key = name.toLowerCase();
      if (seen.has(key))
        ctx.addIssue({
          code: "custom",
          path: ["names", index, "name"],
          message: `${name} is here twice: remove one.`,
        });
      seen.add(key);
    });
  });
export type DdnsSettings = z.infer<typeof ddnsSettings>;
