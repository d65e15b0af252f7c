import type { Problem } from "@/lib/core/problem";
import { ok, type Result } from "@/lib/core/result";
import { clientName } from "@/lib/render/ddclient/client-name";
import { explainWord } from "@/lib/ddns/explain-word";
import { confirmation } from "@/lib/ddns/provider";
import { type DdnsRecord, readCache } from "@/lib/ddns/read-cache";
import { DDNS_CACHE } from "@/lib/render/ddclient/paths";
import type { DdnsName } from "@/lib/schemas/ddns";
import type { DdnsNameRow, DdnsView } from "@/lib/schemas/ddns-view";
import type { Container } from "@/server/container";
import { ddnsSecretName, storedDdns, type StoredDdns } from "@/server/network/ddns/stored-ddns";
import { readSite } from "./read-site";

type Parts = Pick<Container, "db" | "ssh" | "clock" | "vault">;

const TIMEOUT_MS = 8_000;

const NOTHING: DdnsView = {
  ...{ settings: null, hostName: null, names: [], asOf: null, problem: null },
};

/** The names of a site, and what the client on the host that keeps them says about each. */
export async function showDdns(parts: Parts, siteId: string): Promise<Result<DdnsView>> {
  const site = await readSite(parts, siteId);
  if (!site.ok) return site;
  const stored = await storedDdns(parts.db, siteId);
  if (stored === null) return ok(NOTHING);
  const { settings, appliedHostId } = stored;
  const host = await parts.db.host.findUnique({ where: { id: settings.hostId } });
  const said = appliedHostId === null ? NOT_ASKED : await askClient(parts, appliedHostId);
  const atMs = parts.clock.nowMs();
  const names: DdnsNameRow[] = [];
  for (const entry of settings.names) {
    const secret = await parts.vault.get(ddnsSecretName(siteId, entry.name));
    const record = said.records.find((each) => each.host === clientName(entry));
    names.push({
      ...{ provider: entry.provider, name: entry.name, hasSecret: secret !== null },
      ...(record === undefined ? NO_WORDS : wordsOf(record, atMs)),
      confirm: confirmOf(entry, stored, atMs),
    });
  }
  return ok({
    ...{ settings, names, hostName: host?.name ?? null },
    asOf: said.hasAnswered ? isoOf(atMs) : null,
    problem: said.problem,
  });
}

interface Said {
  readonly records: readonly DdnsRecord[];
  readonly hasAnswered: boolean;
  readonly problem: Problem | null;
}

const NOT_ASKED: Said = { records: [], hasAnswered: false, problem: null };

/** A client that has not written anything yet has no notes. */
async function askClient({ ssh }: Parts, hostId: string): Promise<Said> {
  const borrowed = await ssh.borrow(hostId);
  if (!borrowed.ok) return { ...NOT_ASKED, problem: borrowed.problem };
  try {
    const { host } = borrowed.value;
    const answers = await host.ask([["cat", DDNS_CACHE]], { timeoutMs: TIMEOUT_MS });
    if (!answers.ok) return { ...NOT_ASKED, problem: answers.problem };
    const records = readCache(answers.value[0]?.stdout ?? "");
    return { records, hasAnswered: true, problem: null };
  } finally {
    borrowed.value.release();
  }
}

function wordsOf(record: DdnsRecord, nowMs: number) {
  const { isWell, isFinal, sentence, remedy } = explainWord(record.word);
  const { address, updatedAtMs, waitUntilMs } = record;
  const waitUntil = waitUntilMs !== null && waitUntilMs > nowMs ? isoOf(waitUntilMs) : null;
  const updatedAt = updatedAtMs === null ? null : isoOf(updatedAtMs);
  return { isWell, isFinal, sentence, remedy, address, updatedAt, waitUntil };
}

const NO_WORDS = {
  ...{ isWell: null, isFinal: false, sentence: null, remedy: null },
  ...{ address: null, updatedAt: null, waitUntil: null },
};

const isoOf = (ms: number) => new Date(ms).toISOString();

function confirmOf(entry: DdnsName, { confirmed }: StoredDdns, nowMs: number) {
  const since = confirmed[entry.name];
  const ends = since === undefined ? null : confirmation(entry, new Date(since));
  if (ends === null) return null;
  return { endsAt: ends.endsAt.toISOString(), isDue: nowMs >= ends.remindAt.getTime() };
}
