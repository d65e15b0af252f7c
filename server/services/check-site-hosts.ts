import { fail, ok, type Result } from "@/lib/core/result";
import type { Database } from "@/server/db/client";

/** Whether these hosts may be the site's; answers their names. `siteId`: the site itself, null for a new one. */
export async function checkSiteHosts(
  db: Database,
  hostIds: readonly string[],
  siteId: string | null,
): Promise<Result<readonly string[]>> {
  const rows = await db.host.findMany({
    where: { id: { in: [...hostIds] } },
    include: { sites: { include: { site: true } } },
  });
  const fields: Record<string, string> = {};
  hostIds.forEach((hostId, i) => {
    const row = rows.find(({ id }) => id === hostId);
    const other = row?.sites.find((site) => site.siteId !== siteId)?.site.name;
    if (row === undefined)
      fields[`hostIds.${i}`] = "This host is not in the inventory any more. Take it off the list.";
    else if (other !== undefined)
      fields[`hostIds.${i}`] = `${row.name} belongs to the site ${other}. Take it out there first.`;
  });
  const [complaint] = Object.values(fields);
  if (complaint === undefined) return ok(rows.map(({ name }) => name).sort());
  return fail({
    code: "input.invalid",
    detail: complaint,
    remedies: ["Correct the list of hosts and send again."],
    fields,
  });
}
