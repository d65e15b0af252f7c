"use client";
import { useState } from "react";
import { dmzSite, flatSite } from "@/lib/network/presets";
import type { HostRow } from "@/lib/schemas/host";
import { type Firewall, siteSpec, type SiteSpec } from "@/lib/schemas/site";
import { type CreateSiteInput, createSiteInput } from "@/lib/schemas/site-input";
import { messagesBelow } from "./spec-problems";
import { commonNetworks, guessInterfaces, networksOf } from "./guess-networks";

export type Preset = CreateSiteInput["preset"];

interface Typed {
  readonly preset: Preset;
  readonly name: string;
  readonly hostIds: readonly string[];
  /** null: as guessed from the hosts. */
  readonly home: string | null;
  readonly dmz: string | null;
  readonly loadBalancer: string | null;
  readonly admin: string;
  readonly firewallIds: readonly string[];
  /** Where a person says an interface leads, by host and name; else as guessed. */
  readonly legs: Readonly<Record<string, string>>;
}

const NOTHING: Typed = {
  preset: "flat",
  name: "",
  hostIds: [],
  home: null,
  dmz: null,
  loadBalancer: null,
  admin: "",
  firewallIds: [],
  legs: {},
};

/** What is typed, with everything that the hosts' facts already say filled in. */
export function useNewSiteForm(
  inventory: readonly HostRow[],
  refused: Readonly<Record<string, string>>,
) {
  const [typed, setTyped] = useState(NOTHING);
  const [isTried, setTried] = useState(false);
  const values = filledIn(typed, inventory);
  const read = createSiteInput.safeParse(inputOf(values));
  const own = read.success ? {} : messagesBelow(read.error.issues, 0);
  const problems: Readonly<Record<string, string>> = isTried ? { ...refused, ...own } : {};
  return {
    values,
    preview: previewOf(values),
    /** Fields that need somebody. */
    count: Object.keys(problems).length,
    problem: (path: string): string | undefined =>
      Object.entries(problems).find(([key]) => key === path || key.startsWith(`${path}.`))?.[1],
    set: (patch: Partial<Typed>) => setTyped((old) => ({ ...old, ...patch })),
    /** What to send; null while something is wrong, which then stands at its field. */
    submit: (): CreateSiteInput | null => {
      setTried(true);
      return read.success ? read.data : null;
    },
  };
}

export type NewSiteForm = ReturnType<typeof useNewSiteForm>;
type Values = ReturnType<typeof filledIn>;

function filledIn(typed: Typed, inventory: readonly HostRow[]) {
  const hosts = inventory.filter(({ id }) => typed.hostIds.includes(id));
  const firewalls = hosts.filter(({ id }) => typed.firewallIds.includes(id));
  const balancer = hosts.find(({ role }) => role === "load-balancer");
  const networks = commonNetworks(hosts);
  const dmz = typed.dmz ?? dmzOf({ networks, firewalls, balancer }) ?? "";
  const home = typed.home ?? homeOf(typed.preset, { networks, firewalls, dmz }) ?? "";
  const zones = [
    { name: "wan", kind: "internet" as const, subnets: [] },
    { name: "dmz", kind: "network" as const, subnets: [dmz] },
    { name: "home", kind: "network" as const, subnets: [home] },
  ];
  return {
    ...typed,
    hosts,
    networks,
    home,
    dmz,
    loadBalancer: typed.loadBalancer ?? balancer?.address ?? "",
    firewalls: firewalls.map((host): Firewall => ({
      hostId: host.id,
      interfaces: guessInterfaces(host.facts, zones).map(({ name, zone }) => ({
        name,
        zone: typed.legs[`${host.id} ${name}`] ?? zone,
      })),
    })),
  };
}

/** Where the load balancer is; else the most common network. */
function dmzOf(about: {
  readonly networks: readonly string[];
  readonly firewalls: readonly HostRow[];
  readonly balancer: HostRow | undefined;
}): string | undefined {
  return networksOf(about.balancer?.facts ?? null)[0] ?? about.networks[0];
}

/** Flat: the most common network. Between firewalls: the next one that is not the DMZ, the innermost firewall's first. */
function homeOf(
  preset: Preset,
  about: {
    readonly networks: readonly string[];
    readonly firewalls: readonly HostRow[];
    readonly dmz: string;
  },
): string | undefined {
  const { networks, firewalls, dmz } = about;
  if (preset !== "dmz") return networks[0];
  const inner = firewalls.at(-1)?.facts ?? null;
  return [...networksOf(inner), ...networks].find((network) => network !== dmz);
}

function inputOf(values: Values) {
  const { preset, name, hostIds } = values;
  const common = { name, hostIds: [...hostIds] };
  if (preset === "empty") return { ...common, preset };
  if (preset === "flat") return { ...common, preset, home: values.home };
  return {
    ...common,
    preset,
    home: values.home,
    dmz: values.dmz,
    loadBalancer: values.loadBalancer,
    admin: values.admin.trim() === "" ? null : values.admin,
    firewalls: values.firewalls,
  };
}

/** The policy as it would begin; null while a network is missing. */
function previewOf(values: Values): SiteSpec | null {
  const { preset, home, dmz, loadBalancer, admin, firewalls } = values;
  if (preset === "empty")
    return siteSpec.parse({ zones: [{ name: "wan", kind: "internet" }], cells: [] });
  const made =
    preset === "flat"
      ? flatSite({ home })
      : dmzSite({ home, dmz, loadBalancer, admin: admin.trim() || null, firewalls });
  return siteSpec.safeParse(made).data ?? null;
}
