import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHostFacts } from "@/lib/host-facts/parse-host-facts";
import type { Container } from "@/server/container";

const FACTS = join(import.meta.dirname, "../../lib/host-facts/testing/lab-debian.txt");

/** Adds a host of the inventory that says it answers at these addresses, on one interface; answers its id. */
export async function addSiteHost(
  { db }: Pick<Container, "db">,
  name: string,
  addresses: readonly string[],
): Promise<string> {
  const output = { exitCode: 0, stdout: readFileSync(FACTS, "utf8"), stderr: "" };
  const asked = { hostName: name, sentMs: 0, receivedMs: 0 };
  const facts = parseHostFacts(output, asked);
  if (!facts.ok) throw new Error(facts.problem.detail);
  const known = addresses.map((address) => ({
    cidr: `${address}/${address.includes(":") ? 64 : 24}`,
    dynamic: false,
  }));
  const interfaces = [{ name: "eth0", mac: null, addresses: known }];
  const { id } = await db.host.create({
    data: {
      ...{ name, address: addresses[0] ?? "", user: "pi", factsAt: new Date() },
      facts: JSON.stringify({ ...facts.value, interfaces, panel: "192.168.1.10" }),
    },
  });
  return id;
}
