"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import type { HostRow } from "@/lib/schemas/host";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { networksOf } from "./guess-networks";

/** Which hosts a site has. One that is in another site says in which. */
export function HostTicks(props: {
  hosts: readonly HostRow[];
  /** The other sites. */
  taken: readonly SiteRow[];
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
  problem?: string | undefined;
}) {
  const { hosts, taken, chosen, onChange, problem } = props;
  const words = useMessages().network.hostTicks;
  const siteOf = (id: string) => taken.find((site) => site.hosts.some((host) => host.id === id));
  const free = hosts.filter(({ id }) => siteOf(id) === undefined);
  const isAll = free.length > 0 && free.every(({ id }) => chosen.includes(id));
  return (
    <fieldset className="min-w-0">
      <legend className="flex w-full items-baseline text-sm font-label">
        {words.title}
        <span className="num ml-auto text-xs font-meta text-muted">
          {words.count(chosen.length, hosts.length)}
        </span>
      </legend>
      {problem !== undefined && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
      <ul className="mt-1.5 max-h-64 overflow-y-auto rounded-md border border-line bg-surface">
        {free.length > 1 && (
          <li className="bg-sunken px-3 py-2">
            <Checkbox
              checked={isAll}
              indeterminate={!isAll && chosen.length > 0}
              onChange={() => onChange(isAll ? [] : free.map(({ id }) => id))}
            >
              {words.all}
            </Checkbox>
          </li>
        )}
        {hosts.map((host) => (
          <HostTick
            key={host.id}
            host={host}
            other={siteOf(host.id)?.name ?? null}
            isChosen={chosen.includes(host.id)}
            onToggle={() =>
              onChange(
                chosen.includes(host.id)
                  ? chosen.filter((id) => id !== host.id)
                  : [...chosen, host.id],
              )
            }
          />
        ))}
        {hosts.length === 0 && <li className="px-3 py-3 text-sm text-muted">{words.none}</li>}
      </ul>
    </fieldset>
  );
}

function HostTick(props: {
  host: HostRow;
  /** The other site it is in. */
  other: string | null;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const { host, other, isChosen, onToggle } = props;
  const words = useMessages().network.hostTicks;
  return (
    <li className="border-t border-line px-3 py-2 first:border-t-0">
      <Checkbox checked={isChosen} disabled={other !== null} onChange={onToggle}>
        <b className="font-name">{host.name}</b>{" "}
        <span className="num text-muted">
          {other === null
            ? [host.address, ...networksOf(host.facts)].join(" · ")
            : words.inSite(other)}
        </span>
      </Checkbox>
    </li>
  );
}
