"use client";
import { Radar } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { FoundHost, HostRow } from "@/lib/schemas/host";
import { scanInput } from "@/lib/schemas/host";
import { networksOf } from "../host-figures";
import { shortKeyType } from "../where-to-read";
import { EntryDefaults } from "./entry-defaults";
import { keyOf } from "./add-state";
import type { AddHosts } from "./use-add-hosts";

/** A network when nothing else is known: what most routers hand out. */
const USUAL_NETWORK = "192.168.1.0/24";

/** Asks a whole network for SSH; nothing is sent but the greeting. */
export function ScanHosts(props: { hosts: AddHosts; rows: readonly HostRow[] }) {
  const { hosts, rows } = props;
  const { state, dispatch, scan } = hosts;
  const words = useMessages().addHosts.addresses;
  const network = state.cidr === "" ? suggestion(rows) : state.cidr;
  const parsed = scanInput.safeParse({ cidr: network, port: state.port });
  const wrong = parsed.success ? undefined : parsed.error.issues[0]?.message;
  const problem = wrong ?? scan.problem?.fields?.cidr;
  return (
    <>
      <div className="flex items-start gap-3">
        <Field label={words.network} help={words.networkHelp} problem={problem} className="flex-1">
          <Input
            mono
            value={network}
            autoComplete="off"
            onChange={(event) => dispatch({ type: "enter", patch: { cidr: event.target.value } })}
            onKeyDown={(event) => event.key === "Enter" && parsed.success && scan.run(parsed.data)}
          />
        </Field>
        <Button
          icon={Radar}
          className="mt-[25px]"
          busy={scan.busy}
          disabled={!parsed.success}
          onClick={() => parsed.success && scan.run(parsed.data)}
        >
          {words.start}
        </Button>
      </div>
      {scan.busy && <SkeletonLines label={words.scanning(network)} />}
      {scan.problem && !scan.problem.fields && <ProblemCard problem={scan.problem} />}
      {state.found && <FoundList {...props} found={state.found} network={network} />}
      <EntryDefaults hosts={hosts} />
    </>
  );
}

const suggestion = (rows: readonly HostRow[]) =>
  rows.flatMap(networksOf).find((cidr) => Number(cidr.split("/")[1]) >= 22) ?? USUAL_NETWORK;

function FoundList(props: {
  hosts: AddHosts;
  rows: readonly HostRow[];
  found: readonly FoundHost[];
  network: string;
}) {
  const { found, network, hosts, rows } = props;
  const words = useMessages().addHosts.addresses;
  if (found.length === 0)
    return (
      <Note tone="warn" title={words.nothingFound(network, Number(hosts.state.port))}>
        {words.nothingFoundHelp}
      </Note>
    );
  return (
    <Card aria-label={words.found(found.length)}>
      <p className="border-b border-line bg-sunken px-3 py-1.5 text-xs font-[520] text-muted">
        {words.found(found.length)}
      </p>
      <ul className="max-h-[360px] overflow-y-auto">
        {found.map((machine) => (
          <FoundLine
            key={keyOf(machine)}
            machine={machine}
            known={rows.find((row) => keyOf(row) === keyOf(machine))}
            hosts={hosts}
          />
        ))}
      </ul>
    </Card>
  );
}

function FoundLine(props: { machine: FoundHost; known: HostRow | undefined; hosts: AddHosts }) {
  const { machine, known, hosts } = props;
  const words = useMessages().addHosts.addresses;
  const key = keyOf(machine);
  return (
    <li className="border-t border-line px-3 py-2 first:border-t-0">
      <Checkbox
        checked={known === undefined && !hosts.state.unwanted.includes(key)}
        disabled={known !== undefined}
        onChange={(event) => hosts.dispatch({ type: "want", key, wanted: event.target.checked })}
      >
        <span className="num font-name">{machine.address}</span>{" "}
        <span className="text-muted">
          {shortKeyType(machine.hostKeyType)} · {machine.banner}
          {known && ` · ${words.already(known.name)}`}
        </span>
      </Checkbox>
    </li>
  );
}
