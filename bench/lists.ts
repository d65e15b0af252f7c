/** Lists of 5,000 pods: how fast ten people's questions are answered, and what fifty tabs cost the API server. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Figures, Setting } from "./benches";
import { startChanges } from "./kwok/changes";
import { type KwokCluster, raiseKwokCluster } from "./kwok/kwok-cluster";
import { cpuMs, quantile, watchLoop } from "./kwok/load";
import { type PanelOver, startPanelOver } from "./kwok/panel-over";
import { openTab, podsPath, read, type Seat } from "./kwok/tab";
import { PODS } from "./kwok/manifests";
import { median } from "./median";

const USERS = 10;
const WARM_UP_MS = 3_000;
const MEASURE_MS = 10_000;
/** Shorter than a watch (30 s) and between two questions after the API's health: both come at fixed times. */
const COUNT_MS = 22_500;

const CHANGED_PODS = Array.from({ length: 50 }, (_, index) => index);

/** The same questions at every run; every one filters, sorts and pages. */
function question(user: number, count: number): string {
  const pick = (of: readonly string[], step: number) => of[(user * 3 + count * step) % of.length];
  const filter = pick(
    [
      "namespace=team-03",
      "status=Running",
      "search=shop-1",
      "labels=app.kubernetes.io/part-of=suite-3",
      "node=node-0042",
      "search=proxy running",
    ],
    1,
  );
  const sort = pick(["name", "age", "restarts", "node", "trouble", "namespace"], 5);
  const order = pick(["asc", "desc"], 1);
  const page = 1 + ((user + count) % 3);
  const [name = "", ...value] = (filter ?? "").split("=");
  const query = new URLSearchParams({ [name]: value.join("="), pageSize: "50", page: `${page}` });
  return `${query}&sort=${sort}&order=${order}`;
}

const seatOf = ({ panel, cookie, clusterId }: PanelOver): Seat => ({
  ...{ url: panel.url, cookie, clusterId },
});

interface Pace {
  /** From one question of a person to the next; 0: as soon as the last one is answered. */
  readonly everyMs: number;
}

/** As fast as somebody types into a search box, and as fast as answers come. */
const TYPING: Pace = { everyMs: 250 };
const FLOOD: Pace = { everyMs: 0 };

/** One person. A question that waits for the answer before it counts from when it should have been asked. */
async function askUntil(
  seat: Seat,
  { user, everyMs, endMs }: Pace & { user: number; endMs: number },
) {
  const took: number[] = [];
  const startMs = performance.now() + (user * everyMs) / USERS;
  for (let count = 0; performance.now() < endMs; count += 1) {
    const dueMs = everyMs === 0 ? performance.now() : startMs + count * everyMs;
    await sleep(Math.max(0, dueMs - performance.now()));
    const answer = await read(seat, podsPath(seat, question(user, count)));
    if (answer.status !== 200) throw new Error(`a list answered ${answer.status}: ${answer.text}`);
    took.push(performance.now() - dueMs);
  }
  return took;
}

async function askAll(seat: Seat, pace: Pace, forMs: number): Promise<number[]> {
  const endMs = performance.now() + forMs;
  const users = Array.from({ length: USERS }, (_, user) =>
    askUntil(seat, { user, endMs, ...pace }),
  );
  return (await Promise.all(users)).flat();
}

/** Times of answers, and what they cost the panel itself. */
async function answers(over: PanelOver, pace: Pace) {
  const seat = seatOf(over);
  const pid = over.panel.process.pid ?? 0;
  await askAll(seat, pace, WARM_UP_MS);
  const endLoop = watchLoop(seat);
  const before = cpuMs(pid);
  const took = await askAll(seat, pace, MEASURE_MS);
  const cpu = (cpuMs(pid) - before) / took.length;
  const delays = await endLoop();
  return { p99: quantile(took, 0.99), p50: quantile(took, 0.5), cpu, loop: quantile(delays, 0.99) };
}

type Answers = Awaited<ReturnType<typeof answers>>;

/** Requests that a panel which was just started makes while so many tabs look at a busy list. */
async function requestsWith(cluster: KwokCluster, tabs: number): Promise<number> {
  const before = total(await cluster.panelRequests());
  const over = await startPanelOver(cluster.panelKubeconfig);
  const changes = startChanges(cluster.api, CHANGED_PODS);
  const opened = Array.from({ length: tabs }, () =>
    openTab(seatOf(over), "namespace=team-00&sort=name&pageSize=50", () => {}),
  );
  await sleep(COUNT_MS);
  const after = await cluster.panelRequests();
  for (const close of await Promise.all(opened)) close();
  await changes.end();
  await over.panel.remove();
  console.log(`  ${tabs} tabs: ${JSON.stringify(after)} so far`);
  return total(after) - before;
}

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * p99_ms, p50_ms: of an answer, ten people asking four times a second each · changing_*: the same at twenty changes a
 * second · flood_*: asking without a pause · cpu_ms: of the panel for one answer · loop_p99_ms: how long the panel's loop
 * was held up · requests_*: at the API server, from the start of a panel, by its audit log.
 */
export async function measure({ runs }: Setting): Promise<Figures> {
  const cluster = await raiseKwokCluster();
  try {
    return await measureOver(cluster, runs);
  } finally {
    await cluster.remove();
  }
}

/** The same over a cluster that stands. */
export async function measureOver(cluster: KwokCluster, runs: number): Promise<Figures> {
  const over = await startPanelOver(cluster.panelKubeconfig);
  await untilListed(seatOf(over));
  const all: Record<"quiet" | "flood" | "changing", Answers[]> = {
    quiet: [],
    flood: [],
    changing: [],
  };
  for (let run = 0; run < runs; run += 1) {
    all.quiet.push(await answers(over, TYPING));
    all.flood.push(await answers(over, FLOOD));
    const changes = startChanges(cluster.api, CHANGED_PODS);
    all.changing.push(await answers(over, TYPING));
    await changes.end();
  }
  await over.panel.remove();
  const of = (runsOf: readonly Answers[], key: keyof Answers) =>
    median(runsOf.map((each) => each[key]));
  return {
    p99_ms: of(all.quiet, "p99"),
    p50_ms: of(all.quiet, "p50"),
    cpu_ms: of(all.quiet, "cpu"),
    loop_p99_ms: of(all.quiet, "loop"),
    changing_p99_ms: of(all.changing, "p99"),
    changing_cpu_ms: of(all.changing, "cpu"),
    changing_loop_p99_ms: of(all.changing, "loop"),
    flood_p99_ms: of(all.flood, "p99"),
    flood_cpu_ms: of(all.flood, "cpu"),
    requests_1_tab: await requestsWith(cluster, 1),
    requests_50_tabs: await requestsWith(cluster, 50),
  };
}

/** A busy machine takes a while over the first list. */
async function untilListed(seat: Seat): Promise<void> {
  for (;;) {
    const { text } = await read(seat, podsPath(seat, "pageSize=1"));
    if (text.includes(`"all":${PODS}`)) return;
    await sleep(200);
  }
}
