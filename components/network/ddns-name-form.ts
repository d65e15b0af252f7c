"use client";
import type { z } from "zod";
import { PROVIDERS } from "@/lib/ddns/provider";
import type { DdnsName, DdnsProvider } from "@/lib/schemas/ddns";
import type { DdnsView, saveDdnsInput } from "@/lib/schemas/ddns-view";
import { useSiteEditor } from "./site-editor";
import { useDdnsForm } from "./use-ddns-form";

type Input = z.input<typeof saveDdnsInput>;
type NameInput = Input["settings"]["names"][number];

/** All fields that any provider has, as typed. */
interface Typed {
  readonly provider: DdnsProvider;
  readonly name: string;
  readonly login: string;
  readonly zone: string;
  readonly server: string;
  readonly path: string;
  /** Null: the stored one stays. */
  readonly secret: string | null;
  readonly hostId: string;
}

const EMPTY = { login: "", zone: "", server: "", path: "/nic/update" };

/** The form of one name; `at` null makes a new one, the first one with the host that keeps it. */
export function useDdnsNameForm(view: DdnsView, at: number | null, onDone: () => void) {
  const hostId = useKeeper(view);
  const old = at === null ? undefined : view.settings?.names[at];
  const index = at ?? view.settings?.names.length ?? 0;
  const initial: Typed = old
    ? { ...EMPTY, ...old, hostId, secret: canKeepSecret(view, old, old) ? null : "" }
    : { ...EMPTY, provider: "no-ip", name: "", secret: "", hostId };
  const form = useDdnsForm<Typed>({
    initial,
    build: (typed) => {
      const names: readonly NameInput[] = view.settings?.names ?? [];
      const element = elementOf(typed);
      const secret = secretOf(typed, old, view);
      return {
        input: {
          settings: {
            ...view.settings,
            hostId: typed.hostId,
            names: names.toSpliced(index, 1, element),
          },
          secrets: secret === null ? {} : { [element.name]: secret },
        },
        ...wrongSecret(typed.provider, secret),
      };
    },
    fieldOf: (path, typed) => fieldOf(path, { index, name: typed.name.trim() }),
    onDone,
  });
  const { values } = form;
  return { ...form, canKeep: old !== undefined && canKeepSecret(view, old, values) };
}

/** The host that keeps the names; before there are any a firewall is offered, as it is always on. */
function useKeeper(view: DdnsView): string {
  const { site, spec } = useSiteEditor();
  const firewall = spec.firewalls.find(({ hostId }) => site.hosts.some(({ id }) => id === hostId));
  return view.settings?.hostId ?? firewall?.hostId ?? site.hosts[0]?.id ?? "";
}

/** A secret belongs to its name and its provider: another one of either needs another secret. */
function canKeepSecret(
  view: DdnsView,
  old: DdnsName,
  now: { readonly name: string; readonly provider: DdnsProvider },
): boolean {
  const row = view.names.find(({ name }) => name === old.name);
  return row?.hasSecret === true && now.name.trim() === old.name && now.provider === old.provider;
}

/** What is sent as the secret; null: the stored one stays. */
function secretOf(typed: Typed, old: DdnsName | undefined, view: DdnsView): string | null {
  if (typed.secret !== null) return typed.secret;
  return old !== undefined && canKeepSecret(view, old, typed) ? null : "";
}

function wrongSecret(provider: DdnsProvider, secret: string | null) {
  if (secret === null) return {};
  const read = PROVIDERS[provider].secret.safeParse(secret);
  return read.success ? {} : { fields: { secret: read.error.issues[0]?.message ?? "" } };
}

function elementOf(typed: Typed): NameInput {
  const { provider, login, zone, server, path } = typed;
  const name = typed.name.trim();
  switch (provider) {
    case "no-ip":
      return { provider, name, login };
    case "cloudflare":
      return { provider, name, zone };
    case "dyndns2":
      return { provider, name, login, server, path };
    default:
      return { provider, name };
  }
}

function fieldOf(path: string, here: { index: number; name: string }): string | null {
  const start = `settings.names.${here.index}.`;
  if (path.startsWith(start)) return path.slice(start.length);
  if (path.toLowerCase() === `secrets.${here.name}`.toLowerCase()) return "secret";
  return path === "settings.hostId" ? "hostId" : null;
}
