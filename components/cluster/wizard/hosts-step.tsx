"use client";
import { Plus, Server } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { FindingCounts } from "@/components/host/finding-counts";
import { Size } from "@/components/host/host-columns";
import { HostStatus } from "@/components/host/host-state";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import type { Wizard } from "./use-wizard";
import type { WizardHost } from "./wizard-host";

/** Step 2: which hosts are part of it. */
export function HostsStep({ wizard }: { wizard: Wizard }) {
  const words = useMessages().wizard.hosts;
  const { inventory, now, dispatch } = wizard;
  const chosen = new Set(now.hosts.map((host) => host.id));
  const free = inventory.filter((host) => host.free);
  const toggle = (id: string, on: boolean) => {
    const others = [...chosen].filter((other) => other !== id);
    dispatch({ type: "hosts", hostIds: on ? [...others, id] : others });
  };
  return (
    <section>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg">{words.title}</h2>
          <p className="mt-1 max-w-[66ch] text-muted">{words.body}</p>
        </div>
        {chosen.size < free.length && (
          <Button onClick={() => dispatch({ type: "hosts", hostIds: free.map((host) => host.id) })}>
            {words.chooseAll}
          </Button>
        )}
        {inventory.length > 0 && <AddHosts />}
      </div>
      <Card className="overflow-clip">
        {inventory.length === 0 ? (
          <EmptyState icon={Server} title={words.none} action={<AddHosts primary />}>
            {words.noneBody}
          </EmptyState>
        ) : (
          <ul aria-label={words.label}>
            {inventory.map((host) => (
              <HostLine
                key={host.id}
                host={host}
                chosen={chosen.has(host.id)}
                onToggle={(on) => toggle(host.id, on)}
              />
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}

function AddHosts(props: { primary?: boolean }) {
  const words = useMessages().wizard.hosts;
  return (
    <ButtonLink
      href={`${PLACES.addHosts}?for=cluster`}
      icon={Plus}
      look={props.primary === true ? "primary" : "secondary"}
    >
      {words.add}
    </ButtonLink>
  );
}

function HostLine(props: { host: WizardHost; chosen: boolean; onToggle: (on: boolean) => void }) {
  const { host, chosen, onToggle } = props;
  const words = useMessages().wizard.hosts;
  const { row } = host;
  return (
    <li className="border-t border-line first:border-t-0">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-2.5 md:grid-cols-[minmax(0,1fr)_110px_90px_80px]">
        <Checkbox
          checked={chosen}
          disabled={!host.free}
          onChange={(event) => onToggle(event.target.checked)}
        >
          <b className="font-name">{host.name}</b>{" "}
          <span className="num text-muted">
            {row.address}
            {row.facts && ` · ${row.facts.model ?? row.facts.os.prettyName}`}
          </span>
          {!host.free && (
            <span className="block text-xs text-muted">
              {words.inCluster(row.clusterName ?? "")}
            </span>
          )}
          {chosen && row.state !== "reachable" && (
            <span className="block text-xs text-danger">{words.unreachable}</span>
          )}
        </Checkbox>
        <HostStatus row={row} />
        <span className="text-sm max-md:hidden">
          <FindingCounts row={row} />
        </span>
        <span className="text-right text-sm max-md:hidden">
          <Size bytes={host.memoryBytes} />
        </span>
      </div>
    </li>
  );
}
