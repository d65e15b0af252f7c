"use client";
import type { ReactNode } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import type { HostFacts } from "@/lib/schemas/host-facts";
import type { HostRow } from "@/lib/schemas/host";
import { shortKeyType } from "./where-to-read";

type Item = { readonly id: string; readonly name: string; readonly value: ReactNode };

/** A clock further away than this is worth saying. */
const SKEW_SHOWN_MS = 1_000;

/** What is known of a host, as name and value, most asked for first. */
export function useFactItems(row: HostRow): readonly Item[] {
  const machine = useMachineItems(row.facts);
  const system = useSystemItems(row.facts);
  const names = useMessages().hosts.factNames;
  const words = useMessages().hosts;
  return [
    ...machine,
    ...system,
    { id: "user", name: names.user, value: row.user },
    { id: "sudo", name: names.sudo, value: words.sudo[row.sudo] },
    ...(row.hostKeyType === null
      ? []
      : [{ id: "key", name: names.hostKey, value: shortKeyType(row.hostKeyType) }]),
  ];
}

function useMachineItems(facts: HostFacts | null): Item[] {
  const { factNames: names, factValues: values, diskKinds } = useMessages().hosts;
  const format = useFormat();
  if (!facts) return [];
  const disks = facts.disks.map(
    (disk) => `${disk.name}: ${format.bytes(disk.sizeBytes)} ${diskKinds[disk.kind]}`,
  );
  const systems = facts.filesystems.map(
    (fs) => `${fs.path}: ${values.free(format.bytes(fs.freeBytes), format.bytes(fs.totalBytes))}`,
  );
  return [
    { id: "model", name: names.model, value: facts.model ?? values.unknown },
    { id: "arch", name: names.arch, value: archText(facts, values.userland) },
    { id: "cpu", name: names.cpu, value: values.cores(facts.cpu.count, facts.cpu.model ?? "") },
    { id: "memory", name: names.memory, value: format.bytes(facts.memoryBytes) },
    {
      id: "swap",
      name: names.swap,
      value: facts.swapBytes === 0 ? values.off : format.bytes(facts.swapBytes),
    },
    { id: "disks", name: names.disks, value: <Lines lines={disks} none={values.none} /> },
    { id: "free", name: names.space, value: <Lines lines={systems} none={values.unknown} /> },
  ];
}

function archText(facts: HostFacts, differs: (kernel: string, userland: string) => string): string {
  const { kernel, userland, k3s } = facts.arch;
  return k3s === null && userland !== null ? differs(kernel, userland) : (userland ?? kernel);
}

function useSystemItems(facts: HostFacts | null): Item[] {
  const { factNames: names, factValues: values } = useMessages().hosts;
  if (!facts) return [];
  const addresses = facts.interfaces.flatMap((link) =>
    link.addresses.map(
      ({ cidr, dynamic }) => `${link.name}: ${cidr}${dynamic ? ` (${values.leased})` : ""}`,
    ),
  );
  const ports = [
    ...new Set(
      facts.listening.map(
        (port) => `${port.protocol} ${port.port}${port.program === null ? "" : ` ${port.program}`}`,
      ),
    ),
  ];
  const { cgroup, installed, packageMirror } = facts;
  const software = (["k3s", "haproxy", "mariadb", "docker"] as const).flatMap((name) =>
    installed[name] === null ? [] : [`${name} ${installed[name]}`],
  );
  return [
    { id: "os", name: names.os, value: facts.os.prettyName },
    { id: "kernel", name: names.kernel, value: facts.kernel },
    {
      id: "addresses",
      name: names.addresses,
      value: <Lines lines={addresses} none={values.none} />,
    },
    { id: "gateway", name: names.gateway, value: facts.gateway ?? values.none },
    { id: "clock", name: names.clock, value: <Clock facts={facts} /> },
    {
      id: "cgroups",
      name: names.cgroups,
      value: `v${cgroup.version ?? "?"}: ${cgroup.controllers.join(", ")}`,
    },
    { id: "software", name: names.software, value: <Lines lines={software} none={values.none} /> },
    { id: "ports", name: names.ports, value: <Lines lines={ports} none={values.none} /> },
    {
      id: "mirror",
      name: names.mirror,
      value:
        packageMirror.reachable === false
          ? values.notReachable
          : (packageMirror.url ?? values.unknown),
    },
    {
      id: "cmdline",
      name: names.cmdline,
      value: <code className="break-all">{facts.cmdline}</code>,
    },
  ];
}

function Clock({ facts }: { facts: HostFacts }) {
  const { factValues: values } = useMessages().hosts;
  const format = useFormat();
  const { skewMs, synchronised } = facts.clock;
  const sync = synchronised === true ? values.synced : values.notSynced;
  if (Math.abs(skewMs) < SKEW_SHOWN_MS) return sync;
  return `${sync}, ${values.skew(format.duration(Math.abs(skewMs)))}`;
}

function Lines(props: { lines: readonly string[]; none: string }) {
  if (props.lines.length === 0) return <span className="text-muted">{props.none}</span>;
  return props.lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}
