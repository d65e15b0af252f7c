import ipaddr from "ipaddr.js";
import { z } from "zod";
import { hostName } from "./host";
import { ipv4, isIpv4, port } from "./network";

/** Source: tzdata: Area/Location, with "UTC" and "Etc/GMT+1". Never a path of its own: no dots, no leading slash. */
export const timeZone = z
  .string()
  .trim()
  .max(64)
  .regex(
    /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/,
    "Write a zone such as Europe/Madrid.",
  );

/** Source: locale.gen(5); only UTF-8, since everything else breaks file names. */
export const localeName = z
  .string()
  .trim()
  .regex(/^(C|[a-z]{2,3}_[A-Z]{2}(@[a-z]+)?)\.UTF-8$/, "Write a locale such as es_ES.UTF-8.");

/** Source: keyboard(5): XKB's own names. */
const xkbName = z
  .string()
  .trim()
  .regex(/^[a-z0-9_-]{1,32}$/, "Write a layout such as es, gb or us.");

export const keyboard = z.object({
  layout: xkbName,
  /** "pc105"; left out: as it is. */
  model: xkbName.optional(),
  /** "dvorak"; left out: none. */
  variant: xkbName.optional(),
});
export type Keyboard = z.infer<typeof keyboard>;

/** Source: Linux, IFNAMSIZ 16 with its end; the rest would need quoting in every file it is written to. */
export const interfaceName = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,14}$/, "Write an interface such as eth0.");

/** An address with its network's length, as it stands on an interface: "192.168.1.220/24". */
const interfaceAddress = z
  .string()
  .trim()
  .superRefine((text, ctx) => {
    const [address = "", prefix = "", more] = text.split("/");
    if (more !== undefined || !isIpv4(address) || !/^\d{1,2}$/.test(prefix))
      return ctx.addIssue("Write an address with its network, such as 192.168.1.220/24.");
    if (Number(prefix) < 8 || Number(prefix) > 30)
      return ctx.addIssue("The number after the slash is 8 to 30; 24 in most homes.");
    if ([networkOf(text), broadcastOf(text)].includes(address))
      return ctx.addIssue(`${address} is no host's address in this network.`);
    if (/^(127|22[4-9]|2[3-5]\d|0)\./.test(address))
      ctx.addIssue(`${address} cannot be the address of a host.`);
  });

const networkOf = (cidr: string) => ipaddr.IPv4.networkAddressFromCIDR(cidr).toString();
const broadcastOf = (cidr: string) => ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString();

/** A fixed address for one interface. */
export const staticAddress = z
  .object({
    interface: interfaceName,
    address: interfaceAddress,
    gateway: ipv4,
    dns: z.array(ipv4).max(3, "At most three name servers.").default([]),
  })
  .superRefine(({ address, gateway }, ctx) => {
    const [own = "", prefix = ""] = address.split("/");
    if (!isIpv4(own) || !isIpv4(gateway)) return;
    const refuse = (message: string) =>
      ctx.addIssue({ code: "custom", path: ["gateway"], message });
    if (own === gateway) refuse("The gateway is another machine: this is the host's own address.");
    else if (networkOf(`${gateway}/${prefix}`) !== networkOf(address))
      refuse(`The gateway must lie in the host's own network, ${networkOf(address)}/${prefix}.`);
  });
export type StaticAddress = z.infer<typeof staticAddress>;

/** How a host is to be set up. What is left out stays as it is on the host. */
export const hostSettings = z.object({
  hostName: hostName.optional(),
  timeZone: timeZone.optional(),
  locale: localeName.optional(),
  keyboard: keyboard.optional(),
  swapOff: z.literal(true).optional(),
  /** The control groups that k3s needs, which a Raspberry Pi has off: takes effect with a reboot. */
  memoryCgroups: z.literal(true).optional(),
  ssh: z
    .object({
      port: port.optional(),
      /** Nobody logs in with a password any more. */
      keyOnly: z.literal(true).optional(),
    })
    .optional(),
  address: staticAddress.optional(),
});
export type HostSettings = z.infer<typeof hostSettings>;
