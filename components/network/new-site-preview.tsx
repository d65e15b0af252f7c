"use client";
import { useMemo } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardHead } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { isWithin, zoneOf } from "@/lib/network/place";
import type { HostRow } from "@/lib/schemas/host";
import type { SiteSpec } from "@/lib/schemas/site";
import { VERDICT_ICONS } from "./matrix-cell";
import { type MatrixField, matrixOf, verdictKind } from "./matrix-model";
import type { NewSiteForm } from "./use-new-site-form";

/** The matrix that the site would begin with, small; hosts that stand in none of its networks. */
export function NewSitePreview({ form }: { form: NewSiteForm }) {
  const { preview, values } = form;
  const words = useMessages().network.new;
  return (
    <div className="min-w-0">
      <Card
        aria-label={words.preview}
        className="overflow-hidden lg:sticky lg:top-[calc(var(--topbar)+16px)]"
      >
        <CardHead title={words.preview} />
        {preview === null ? (
          <p className="px-4 pt-1 pb-4 text-sm text-muted">{words.previewLater}</p>
        ) : (
          <>
            <SmallMatrix spec={preview} hosts={values.hosts} />
            <Outside spec={preview} hosts={values.hosts} />
          </>
        )}
      </Card>
    </div>
  );
}

function SmallMatrix(props: { spec: SiteSpec; hosts: readonly HostRow[] }) {
  const { spec, hosts } = props;
  const words = useMessages().network.matrix;
  const matrix = useMemo(
    () =>
      matrixOf({
        spec,
        saved: spec,
        hosts: hosts.map(({ id, name, address, role }) => ({
          id,
          name,
          address,
          role,
          zone: addressZone(spec, address),
        })),
        pairs: [],
        withAny: false,
      }),
    [spec, hosts],
  );
  return (
    <div
      className="relative overflow-x-auto px-4 py-3"
      tabIndex={0}
      role="region"
      aria-label={words.label}
    >
      <table className="w-full min-w-[340px] table-fixed border-separate border-spacing-1 text-xs">
        <caption className="sr-only">{words.captionExpected}</caption>
        <thead>
          <tr>
            <td />
            {matrix.names.map((name) => (
              <th key={name} scope="col" className="px-1 text-left font-[560]">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((fields) => (
            <tr key={fields[0]?.from}>
              <th scope="row" className="pr-1 text-left font-[560]">
                {fields[0]?.from}
              </th>
              {fields.map((field) => (
                <SmallCell key={field.to} field={field} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SmallCell({ field }: { field: MatrixField }) {
  const { cell, isRouted } = field;
  const words = useMessages().network.matrix;
  const kind = verdictKind(cell);
  return (
    <td className="rounded-sm bg-sunken px-2 py-1.5 align-top">
      {isRouted ? (
        <span className="flex flex-wrap items-center gap-1">
          <Icon of={VERDICT_ICONS[kind]} size={12} className="text-muted" />
          {words.verdicts[kind]}
          {kind === "some" && (
            <span className="line-clamp-2 w-full text-2xs text-muted">
              {words.services(cell?.services ?? [])}
            </span>
          )}
        </span>
      ) : (
        <span className="text-subtle">{words.notRoutedShort}</span>
      )}
    </td>
  );
}

/** Hosts that would be in no zone: the panel would refuse to apply. */
function Outside(props: { spec: SiteSpec; hosts: readonly HostRow[] }) {
  const { spec, hosts } = props;
  const words = useMessages().network.new;
  const lost = hosts.filter(({ address }) => addressZone(spec, address) === null);
  if (lost.length === 0) return null;
  return (
    <p className="border-t border-line bg-warn-tint px-4 py-2.5 text-sm">
      {words.outside(lost.map(({ name }) => name))}
    </p>
  );
}

/** The network zone that an address is in; null for a name, or an address in none. */
function addressZone(spec: SiteSpec, address: string): string | null {
  if (!/^[\d.]+$|:/.test(address)) return null;
  const zone = zoneOf({ site: spec, podSubnets: [] }, address);
  return zone.subnets.some((subnet) => isWithin(address, subnet)) ? zone.name : null;
}
