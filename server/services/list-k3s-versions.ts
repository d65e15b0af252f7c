import { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import type { VersionsAnswer } from "@/lib/schemas/artifact";
import { getText, UPSTREAM_CHANNELS } from "@/server/artifacts/release-source";

/** Source: k3s documentation, release channels: { data: [{ name, latest }] }. */
const channelList = z.object({
  data: z.array(z.object({ name: z.string(), latest: z.string().optional() })),
});

/** Channels of upstream and their newest versions. Fails when the internet cannot be reached. */
export async function listK3sVersions(url = UPSTREAM_CHANNELS): Promise<Result<VersionsAnswer>> {
  const text = await getText(url);
  if (!text.ok) return text;
  const parsed = channelList.safeParse(safeJson(text.value));
  if (!parsed.success) return unreadable(url);
  const channels = parsed.data.data.flatMap(({ name, latest }) =>
    latest === undefined ? [] : [{ name, latest }],
  );
  const versions = [...new Set(channels.map((channel) => channel.latest))];
  return ok({ channels, versions: versions.toSorted(newestFirst) });
}

const newestFirst = (a: string, b: string) => b.localeCompare(a, "en", { numeric: true });

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const unreadable = (url: string): Result<never> =>
  fail({
    code: "artifact.unavailable",
    detail: `${url} did not answer with a list of channels.`,
    remedies: ["Type the k3s version by hand, or use a bundle."],
  });
