import { join, resolve } from "node:path";
import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { isOpenTemplate } from "@/lib/open-service/opening-address";
import { type AddressRange, parseAddressRange } from "@/server/http/client-address";

/** What the environment says about this panel. The only place that reads process.env. */
export interface Config {
  readonly mode: "development" | "production";
  /** Where the panel listens. */
  readonly host: string;
  readonly port: number;
  /** Project folder: pages, migrations. */
  readonly rootFolder: string;
  readonly dataFolder: string;
  readonly databaseFile: string;
  /** Seals the vault. Kept outside the database, so that a copied database reveals nothing. */
  readonly keyFile: string;
  readonly backupsFolder: string;
  readonly migrationsFolder: string;
  /** The address people type, when a proxy stands in front; null: the one the panel listens on. */
  readonly publicUrl: URL | null;
  /** Proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly AddressRange[];
  /** Ports on which apps of clusters are shown; none: they cannot be opened. */
  readonly openPorts: readonly number[];
  /** "https://{id}.apps.example.org": how browsers reach those ports; null: under the panel's own name. */
  readonly openUrl: string | null;
  readonly logLevel: string;
  /** How long a host waits to be told to keep new network rules before it takes the old ones again. */
  readonly rulesTrialSeconds: number;
  /** A folder with k3s release files that clusters may be built from; null: none. */
  readonly bundleFolder: string | null;
  /** Registries that are asked about images over http, "registry.lan:5000"; all others over https. */
  readonly plainRegistries: readonly string[];
}

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const environment = z.object({
  NODE_ENV: z.string().default("development"),
  HOST: z.string().trim().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  GANDALF_DATA: z.string().trim().min(1).default("data"),
  GANDALF_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  GANDALF_TRUSTED_PROXIES: z.string().default(""),
  GANDALF_OPEN_PORTS: z.string().trim().default("4470-4479"),
  GANDALF_OPEN_URL: z.string().trim().refine(isOpenTemplate).optional(),
  GANDALF_LOG: z.enum(LEVELS).default("info"),
  GANDALF_RULES_TRIAL: z.coerce.number().int().min(15).max(150).default(90),
  GANDALF_K3S_BUNDLE: z.string().trim().min(1).optional(),
  GANDALF_PLAIN_REGISTRIES: z.string().default(""),
});

/** How each setting is to be written, for the sentence about a wrong one. */
const EXAMPLES: Readonly<Record<string, string>> = {
  HOST: "HOST=0.0.0.0",
  PORT: "PORT=3000",
  GANDALF_DATA: "GANDALF_DATA=/var/lib/gandalf",
  GANDALF_PUBLIC_URL: "GANDALF_PUBLIC_URL=https://gandalf.example.org",
  GANDALF_TRUSTED_PROXIES: "GANDALF_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8",
  GANDALF_OPEN_PORTS: "GANDALF_OPEN_PORTS=4470-4479, or GANDALF_OPEN_PORTS=off",
  GANDALF_OPEN_URL: "GANDALF_OPEN_URL=https://{id}.apps.example.org",
  GANDALF_LOG: "GANDALF_LOG=info",
  GANDALF_RULES_TRIAL: "GANDALF_RULES_TRIAL=90, in seconds, 15 to 150",
  GANDALF_K3S_BUNDLE: "GANDALF_K3S_BUNDLE=/srv/k3s",
};

const wrong = (setting: string, value: unknown): Problem => ({
  code: "panel.settings",
  detail: `The setting ${setting} is "${String(value)}", which the panel cannot use.`,
  remedies: [`Write it like ${EXAMPLES[setting] ?? setting}, or leave it out.`],
});

/** A port of its own for each app that is open at once, where only ports tell apps apart. */
const MAX_OPEN_PORTS = 100;

/** "4470-4479" as a list; null when it is written otherwise. */
function parsePorts(text: string): readonly number[] | null {
  if (text === "off") return [];
  const [, first = "", last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (from < 1 || to > 65_535 || to < from || to - from >= MAX_OPEN_PORTS) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Reads the settings. `rootFolder` is where the project lies. Fails at the first wrong one. */
export function readConfig(env: NodeJS.ProcessEnv, rootFolder: string): Result<Config> {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const setting = String(parsed.error.issues[0]?.path[0]);
    return fail(wrong(setting, env[setting]));
  }
  const { data } = parsed;
  const trustedProxies: AddressRange[] = [];
  for (const text of data.GANDALF_TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean)) {
    const range = parseAddressRange(text);
    if (range === null) return fail(wrong("GANDALF_TRUSTED_PROXIES", text));
    trustedProxies.push(range);
  }
  const openPorts = parsePorts(data.GANDALF_OPEN_PORTS);
  if (openPorts === null) return fail(wrong("GANDALF_OPEN_PORTS", data.GANDALF_OPEN_PORTS));
  return ok({
    mode: data.NODE_ENV === "production" ? "production" : "development",
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.GANDALF_PUBLIC_URL === undefined ? null : new URL(data.GANDALF_PUBLIC_URL),
    trustedProxies,
    openPorts: openPorts.filter((port) => port !== data.PORT),
    openUrl: data.GANDALF_OPEN_URL ?? null,
    logLevel: data.GANDALF_LOG,
    rulesTrialSeconds: data.GANDALF_RULES_TRIAL,
    bundleFolder: data.GANDALF_K3S_BUNDLE === undefined ? null : resolve(data.GANDALF_K3S_BUNDLE),
    plainRegistries: data.GANDALF_PLAIN_REGISTRIES.split(/[\s,]+/).filter(Boolean),
    ...folders(rootFolder, resolve(rootFolder, data.GANDALF_DATA)),
  });
}

/** Where things lie, given the project's folder and the data folder. */
export const folders = (rootFolder: string, dataFolder: string) => ({
  rootFolder,
  dataFolder,
  databaseFile: join(dataFolder, "gandalf.db"),
  keyFile: join(dataFolder, "gandalf.key"),
  backupsFolder: join(dataFolder, "backups"),
  migrationsFolder: join(rootFolder, "prisma/migrations"),
});
