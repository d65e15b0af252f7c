import type { z } from "zod";
import { ANY_ZONE, BUILT_IN_SERVICES, serviceOf } from "./site-service";
import { cidrOverlap } from "./network";
import type { SiteSpec } from "./site";

type Context = z.core.$RefinementCtx<SiteSpec>;
type Path = readonly (string | number)[];

/** What single fields cannot see: names that are taken or missing, subnets that share an address. */
export function checkSite(site: SiteSpec, ctx: Context): void {
  const complain = (path: Path, message: string) =>
    ctx.addIssue({ code: "custom", path: [...path], message });
  checkZones(site, complain);
  checkServices(site, complain);
  checkCells(site, complain);
  checkExceptions(site, complain);
  checkForwards(site, complain);
  checkFirewalls(site, complain);
}

type Complain = (path: Path, message: string) => void;

/** Calls for each element whose key an earlier one has, with the index of both. */
function eachTwin<T>(
  all: readonly T[],
  key: (element: T) => string,
  found: (element: T, index: number) => void,
): void {
  const seen = new Set<string>();
  all.forEach((element, i) => {
    const own = key(element);
    if (seen.has(own)) found(element, i);
    seen.add(own);
  });
}

function checkZones({ zones }: SiteSpec, complain: Complain): void {
  eachTwin(
    zones,
    ({ name }) => name,
    ({ name }, i) => complain(["zones", i, "name"], `There is already a zone called ${name}.`),
  );
  if (zones.filter(({ kind }) => kind === "internet").length !== 1)
    complain(["zones"], "Keep exactly one zone for the internet.");
  if (zones.filter(({ kind }) => kind === "pods").length > 1)
    complain(["zones"], "Keep one zone for pods: a cluster has one network of its own.");
  zones.forEach((zone, i) => {
    if (zone.kind === "network" && zone.subnets.length === 0)
      complain(
        ["zones", i, "subnets"],
        `Say which network ${zone.name} is, such as 192.168.3.0/24.`,
      );
    if (zone.kind === "pods" && zone.subnets.length > 0)
      complain(["zones", i, "subnets"], "The pods' network comes from the cluster's settings.");
    checkSubnets(zones, i, complain);
  });
}

/** Subnets of this zone against those before them. */
function checkSubnets(zones: SiteSpec["zones"], at: number, complain: Complain): void {
  const own = zones[at]?.subnets ?? [];
  own.forEach((subnet, i) => {
    const before = [
      ...zones.slice(0, at).flatMap(({ name, subnets }) => subnets.map((net) => ({ name, net }))),
      ...own.slice(0, i).map((net) => ({ name: zones[at]?.name ?? "", net })),
    ];
    const twin = before.find(({ net }) => cidrOverlap(net, subnet));
    if (twin !== undefined)
      complain(
        ["zones", at, "subnets", i],
        `${subnet} shares addresses with ${twin.net} of ${twin.name}: every address is in one zone.`,
      );
  });
}

function checkServices({ services }: SiteSpec, complain: Complain): void {
  eachTwin(
    [...BUILT_IN_SERVICES, ...services],
    ({ name }) => name,
    ({ name }, i) =>
      complain(
        ["services", i - BUILT_IN_SERVICES.length, "name"],
        `There is already a service called ${name}.`,
      ),
  );
}

const named = (site: SiteSpec, name: string) =>
  name === ANY_ZONE || site.zones.some((zone) => zone.name === name);

function checkCells(site: SiteSpec, complain: Complain): void {
  site.cells.forEach(({ from, to, verdict, services }, i) => {
    for (const [field, name] of [
      ["from", from],
      ["to", to],
    ] as const)
      if (!named(site, name)) complain(["cells", i, field], `There is no zone called ${name}.`);
    services.forEach((name, j) => {
      if (serviceOf(site.services, name) === null)
        complain(["cells", i, "services", j], `There is no service called ${name}.`);
    });
    if (verdict === "deny" && services.length > 0)
      complain(
        ["cells", i, "services"],
        "A refusal takes everything: choose Allow and name what may pass.",
      );
  });
  eachTwin(
    site.cells,
    ({ from, to }) => `${from} ${to}`,
    ({ from, to }, i) => complain(["cells", i], `${from} → ${to} is there twice.`),
  );
}

function checkExceptions(site: SiteSpec, complain: Complain): void {
  site.exceptions.forEach(({ from, to, service }, i) => {
    if (from.includes(":") !== to.includes(":"))
      complain(["exceptions", i, "to"], "Both ends are IPv4, or both are IPv6.");
    if (service !== null && serviceOf(site.services, service) === null)
      complain(["exceptions", i, "service"], `There is no service called ${service}.`);
  });
}

function checkForwards({ forwards }: SiteSpec, complain: Complain): void {
  eachTwin(
    forwards,
    ({ protocol, port }) => `${protocol} ${port}`,
    ({ protocol, port }, i) =>
      complain(["forwards", i, "port"], `${port}/${protocol} already leads somewhere else.`),
  );
  forwards.forEach(({ from }, i) =>
    from.forEach((net, j) => {
      if (net.includes(":"))
        complain(["forwards", i, "from", j], "A forward is IPv4: write such as 198.51.100.0/24.");
    }),
  );
}

function checkFirewalls(site: SiteSpec, complain: Complain): void {
  eachTwin(
    site.firewalls,
    ({ hostId }) => hostId,
    (_, i) => complain(["firewalls", i, "hostId"], "This host is already a firewall."),
  );
  site.firewalls.forEach(({ interfaces }, i) => {
    eachTwin(
      interfaces,
      ({ name }) => name,
      ({ name }, j) =>
        complain(["firewalls", i, "interfaces", j, "name"], `${name} is there twice.`),
    );
    interfaces.forEach(({ zone }, j) => {
      if (!site.zones.some(({ name, kind }) => name === zone && kind !== "pods"))
        complain(
          ["firewalls", i, "interfaces", j, "zone"],
          `No interface leads to ${zone}: choose a zone of the site.`,
        );
    });
  });
  site.masquerade.forEach((name, i) => {
    if (!site.zones.some((zone) => zone.name === name && zone.kind === "network"))
      complain(["masquerade", i], `${name} is no network of the site.`);
  });
}
