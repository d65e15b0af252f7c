"use client";
import { Plus, ShieldHalf } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card, CardHead } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { Zone } from "@/lib/schemas/site";
import { EditMenu } from "./edit-menu";
import { useSiteEditor } from "./site-editor";
import { withoutElement, withoutZone } from "./spec-edits";
import { zoneIcon } from "./zone-icon";

const ZoneDialog = dynamic(() => import("./zone-dialog").then((part) => part.ZoneDialog));
const FirewallDialog = dynamic(() =>
  import("./firewall-dialog").then((part) => part.FirewallDialog),
);

/** What the zones are, which hosts stand between them, and who goes out under a firewall's address. */
export function ZonesPage() {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Zones />
      <div className="grid gap-4">
        <Firewalls />
        <Masquerade />
      </div>
    </div>
  );
}

function Zones() {
  const { spec, mayEdit } = useSiteEditor();
  const words = useMessages().network.zones;
  const [editing, setEditing] = useState<number | "new" | null>(null);
  return (
    <Card aria-label={words.title} className="pb-1">
      <CardHead
        title={words.title}
        end={
          mayEdit && (
            <Button size="sm" icon={Plus} onClick={() => setEditing("new")}>
              {words.add}
            </Button>
          )
        }
      />
      <p className="px-4 pt-1 pb-2 text-sm text-muted">{words.body}</p>
      <ul>
        {spec.zones.map((zone, at) => (
          <ZoneLine key={zone.name} zone={zone} onEdit={() => setEditing(at)} />
        ))}
      </ul>
      {editing !== null && (
        <ZoneDialog at={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}

function ZoneLine(props: { zone: Zone; onEdit: () => void }) {
  const { zone, onEdit } = props;
  const { site, spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.zones;
  const hosts = site.hosts.filter((host) => host.zone === zone.name).map(({ name }) => name);
  const used = spec.cells.filter(({ from, to }) => from === zone.name || to === zone.name).length;
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-2.5 text-sm">
      <Icon of={zoneIcon(zone)} className="mt-0.5 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-name">{zone.name}</p>
        <p className="num break-words text-muted">
          {zone.kind === "network" ? zone.subnets.join(", ") : words.kinds[zone.kind]}
        </p>
        {hosts.length > 0 && <p className="text-xs text-muted">{hosts.join(", ")}</p>}
      </div>
      {mayEdit && (
        <EditMenu
          label={words.actsOf(zone.name)}
          onEdit={onEdit}
          onRemove={() => edit(withoutZone(spec, zone.name))}
          canRemove={zone.kind !== "internet"}
          removeNote={used > 0 ? words.cells(used) : undefined}
        />
      )}
    </li>
  );
}

function Firewalls() {
  const { spec, mayEdit } = useSiteEditor();
  const words = useMessages().network.firewalls;
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const add = (
    <Button size="sm" icon={Plus} disabled={!mayEdit} onClick={() => setEditing("new")}>
      {words.add}
    </Button>
  );
  return (
    <Card aria-label={words.title}>
      <CardHead title={words.title} end={spec.firewalls.length > 0 && add} />
      {spec.firewalls.length === 0 ? (
        <EmptyState icon={ShieldHalf} title={words.empty} action={add} className="py-8!">
          {words.emptyBody}
        </EmptyState>
      ) : (
        <ul className="mt-2">
          {spec.firewalls.map(({ hostId }, at) => (
            <FirewallLine key={hostId} at={at} onEdit={() => setEditing(at)} />
          ))}
        </ul>
      )}
      {editing !== null && (
        <FirewallDialog at={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}

function FirewallLine({ at, onEdit }: { at: number; onEdit: () => void }) {
  const { site, spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.firewalls;
  const firewall = spec.firewalls[at];
  const host = site.hosts.find(({ id }) => id === firewall?.hostId);
  const name = host?.name ?? words.gone;
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-2.5 text-sm">
      <Icon of={ShieldHalf} className="mt-0.5 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-name">
          {name} {host && <span className="num font-meta text-muted">{host.address}</span>}
        </p>
        <p className="text-muted">
          {firewall?.interfaces.map((each) => words.leads(each.name, each.zone)).join(" · ")}
        </p>
      </div>
      {mayEdit && (
        <EditMenu
          label={words.actsOf(name)}
          onEdit={onEdit}
          onRemove={() => edit(withoutElement(spec, "firewalls", at))}
        />
      )}
    </li>
  );
}

function Masquerade() {
  const { spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.masquerade;
  const networks = spec.zones.filter(({ kind }) => kind === "network");
  const toggle = (name: string) =>
    edit({
      ...spec,
      masquerade: spec.masquerade.includes(name)
        ? spec.masquerade.filter((each) => each !== name)
        : [...spec.masquerade, name],
    });
  if (spec.firewalls.length === 0 && spec.masquerade.length === 0) return null;
  return (
    <Card aria-label={words.title}>
      <CardHead title={words.title} />
      <fieldset disabled={!mayEdit} className="grid gap-2.5 px-4 pt-1 pb-4">
        <legend className="sr-only">{words.title}</legend>
        <p className="text-sm text-muted">{words.body}</p>
        {networks.map(({ name, subnets }) => (
          <Checkbox
            key={name}
            checked={spec.masquerade.includes(name)}
            onChange={() => toggle(name)}
          >
            {name} <span className="num text-muted">{subnets.join(", ")}</span>
          </Checkbox>
        ))}
      </fieldset>
    </Card>
  );
}
