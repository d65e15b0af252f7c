/** Twenty idempotent steps on three hosts, first run and no-change run, against ansible-core doing the same. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bareHosts } from "@/lab/bare-hosts";
import { labHosts, labKeyPath } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { executePlan } from "@/lib/provision/engine/execute-plan";
import type { HostId } from "@/lib/provision/host";
import { type NodeId, type Plan, planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { hostNameStep } from "@/lib/provision/steps/host-name";
import { hostsBlockStep } from "@/lib/provision/steps/hosts-block";
import { serviceStep } from "@/lib/provision/steps/service";
import { unitFileStep } from "@/lib/provision/steps/unit-file";
import { HostSession } from "@/server/ssh/host-session";
import { probeHostKey } from "@/server/ssh/probe-host-key";
import { SshHost } from "@/server/ssh/ssh-host";
import type { PinnedKey } from "@/server/ssh/target";
import { systemClock } from "@/server/system-clock";
import { playbook } from "./ansible";
import type { Figures, Setting } from "./benches";
import { median, timed } from "./median";

const HOSTS = ["lb", "db", "worker1"];
const FIRST_PORT = 4400;
const UNIT_PATH = "/etc/systemd/system/bench.service";
const UNIT = "[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n";
const SETTINGS = [
  ["net.ipv4.ip_forward", 1],
  ["net.ipv4.conf.all.rp_filter", 2],
  ["net.ipv4.conf.all.accept_redirects", 0],
  ["net.ipv4.tcp_keepalive_time", 600],
  ["net.core.somaxconn", 4096],
] as const;

/** Ratios of our time to ansible's (smaller is better), and seconds of the first runs. */
export async function measure({ runs, rttMs }: Setting): Promise<Figures> {
  const proxy = rttMs > 0 ? await startProxy(rttMs) : null;
  const ports =
    proxy === null ? {} : Object.fromEntries(HOSTS.map((name, i) => [name, FIRST_PORT + i]));
  const times = { first: [], again: [], peerFirst: [], peerAgain: [] } as Record<string, number[]>;
  try {
    for (let i = 0; i < runs; i++) {
      await bareHosts();
      const places = await Promise.all(HOSTS.map((name) => pin(name, ports[name])));
      times["first"]?.push(await timed(() => ours(places)));
      times["again"]?.push(await timed(() => ours(places)));
      await bareHosts();
      times["peerFirst"]?.push(await timed(() => theirs(ports)));
      times["peerAgain"]?.push(await timed(() => theirs(ports)));
    }
  } finally {
    proxy?.kill();
  }
  const [first, again, peerFirst, peerAgain] = Object.values(times).map(median) as [
    number,
    number,
    number,
    number,
  ];
  return {
    first_ratio: first / peerFirst,
    noop_ratio: again / peerAgain,
    first_s: first,
    peer_first_s: peerFirst,
    noop_s: again,
    peer_noop_s: peerAgain,
  };
}

const theirs = (ports: Readonly<Record<string, number>>) =>
  playbook("engine.yml", { bench: HOSTS }, { ports });

/** A whole run, connecting included. */
async function ours(places: readonly Place[]): Promise<void> {
  const hosts = await Promise.all(places.map(connect));
  const byId = new Map(hosts.map((host) => [host.hostId, host]));
  const nodes = HOSTS.flatMap(steps);
  const plan: Plan = { nodes: new Map(nodes.map((node) => [node.id, node])) };
  const outcome = await executePlan(plan, {
    hostFor: (id) => byId.get(id) ?? (hosts[0] as SshHost),
    emit: (event) => {
      if (event.type === "node.failed") console.error(event.problem);
    },
    clock: systemClock,
    concurrency: 64,
    signal: new AbortController().signal,
    abandoned: new AbortController().signal,
    skips: new Map(),
    unitPrefix: "bench",
  });
  await Promise.all(hosts.map((host) => host.session.close()));
  if (!outcome.ok || outcome.value !== "succeeded") throw new Error("our run failed");
}

interface Place {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly hostKey: PinnedKey;
}

/** What the panel has done when a host was added, long before any run. */
async function pin(name: string, proxyPort: number | undefined): Promise<Place> {
  const address = proxyPort === undefined ? (labHosts()[name] ?? "") : "127.0.0.1";
  const port = proxyPort ?? 22;
  const probe = await probeHostKey(address, port);
  if (!probe.ok) throw new Error(probe.problem.detail);
  return { name, address, port, hostKey: probe.value };
}

async function connect({ name, address, port, hostKey }: Place): Promise<SshHost> {
  const session = new HostSession({
    hostId: name as HostId,
    hostName: name,
    address,
    port,
    user: "pi",
    hostKey,
    login: { kind: "key", privateKey: secret(readFileSync(labKeyPath, "utf8")), passphrase: null },
    sudoPassword: null,
  });
  const host = new SshHost(session, {
    open: () => {
      throw new Error("nothing is pushed here");
    },
  });
  const locked = await host.lock({ job: "bench", who: "bench", why: "bench" });
  if (!locked.ok) throw new Error(locked.problem.detail);
  return locked.value;
}

/** Twenty of them, the same that bench/ansible/engine.yml does. */
function steps(name: string): readonly PlanNode[] {
  const place = (key: string, after: readonly string[] = []) => ({
    key,
    hostId: name as HostId,
    hostName: name,
    after: after.map((other) => `${name}/${other}` as NodeId),
  });
  const file = (key: string, path: string, content: string) =>
    planNode(configFileStep, { path, content, mode: 0o644, why: "bench" }, place(key));
  return [
    planNode(hostNameStep, { name }, place("name")),
    planNode(hostsBlockStep, { hosts: [{ name: "bench", address: "192.0.2.1" }] }, place("hosts")),
    ...Array.from({ length: 11 }, (_, i) =>
      file(`f${i}`, `/etc/bench/f${i}.conf`, `value = f${i}\n`),
    ),
    ...SETTINGS.map(([key, value]) =>
      file(key, `/etc/sysctl.d/90-bench-${key}.conf`, `${key} = ${value}\n`),
    ),
    planNode(
      unitFileStep,
      { unit: "bench.service", path: UNIT_PATH, content: UNIT, why: "bench" },
      place("unit"),
    ),
    planNode(
      serviceStep,
      { unit: "bench.service", files: [UNIT_PATH], uptake: "restart", why: "bench" },
      place("service", ["unit"]),
    ),
  ];
}

async function startProxy(rttMs: number): Promise<ChildProcess> {
  const routes = HOSTS.map((name, i) => `${FIRST_PORT + i}=${labHosts()[name]}`);
  const program = join(import.meta.dirname, "delay-proxy.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, String(rttMs), ...routes], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let ready = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "ready" && ++ready === HOSTS.length) break;
  }
  return child;
}
