import { TABLE } from "@/lib/render/nftables/ruleset-file";

/** More than anybody reads; kube-proxy alone may have thousands of lines. */
const MAX_CHARS = 200_000;

/** A listing of all tables without the panel's own. */
export function otherTables(listing: string): string {
  const tables = listing
    .split(/^(?=table )/m)
    .filter((text) => !text.startsWith(`table ${TABLE} {`));
  const text = tables.join("");
  return text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}\n# … cut here` : text;
}
