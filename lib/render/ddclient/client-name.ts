import type { DdnsName } from "@/lib/schemas/ddns";

/** What ddclient calls the name, in its file and in its notes. Source: ddclient(8), protocol duckdns. */
export const clientName = ({ provider, name }: Pick<DdnsName, "provider" | "name">): string =>
  provider === "duckdns" ? name.replace(/\.duckdns\.org$/i, "") : name;
