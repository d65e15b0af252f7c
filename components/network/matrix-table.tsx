"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Icon } from "@/components/ui/icon";
import { ANY_ZONE } from "@/lib/schemas/site-service";
import { MatrixCell } from "./matrix-cell";
import type { Matrix, MatrixField } from "./matrix-model";
import { useSiteEditor } from "./site-editor";
import { zoneIcon } from "./zone-icon";

const headLook = "border-b border-line bg-sunken px-3 py-2.5 text-left font-[560]";

/** From row to column. A real table; on a narrow screen it scrolls sideways and holds its first column. */
export function MatrixTable(props: {
  matrix: Matrix;
  chosen: MatrixField | null;
  onChoose: (from: string, to: string) => void;
}) {
  const { matrix, chosen, onChoose } = props;
  const words = useMessages().network.matrix;
  return (
    <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-label={words.label}>
      <table
        className="w-full table-fixed border-separate border-spacing-0 text-sm"
        style={{ minWidth: `${118 + matrix.names.length * 160}px` }}
      >
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <td className="sticky left-0 z-[2] w-[118px] border-r border-b border-line bg-sunken px-3 py-2.5 text-2xs text-muted">
              <span className="block">{words.from}</span>
              <span className="block text-right">{words.to}</span>
            </td>
            {matrix.names.map((name) => (
              <th key={name} scope="col" className={`${headLook} border-r last:border-r-0`}>
                <ZoneName name={name} />
                <small className="block max-w-[150px] truncate text-2xs font-meta text-muted">
                  <ZoneNetworks name={name} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((fields) => {
            const from = fields[0]?.from ?? "";
            return (
              <tr key={from} className="[&:last-child>*]:border-b-0">
                <th
                  scope="row"
                  className={`${headLook} sticky left-0 z-[1] w-[118px] border-r align-middle`}
                >
                  <ZoneName name={from} />
                  <small className="line-clamp-2 text-2xs font-meta text-muted">
                    <ZoneHosts name={from} />
                  </small>
                </th>
                {fields.map((field) => (
                  <MatrixCell
                    key={field.to}
                    field={field}
                    isChosen={chosen === field}
                    onChoose={() => onChoose(field.from, field.to)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function ZoneName({ name }: { name: string }) {
  const { spec } = useSiteEditor();
  const zone = spec.zones.find((each) => each.name === name);
  return (
    <span className="flex items-center gap-1.5 break-all">
      <Icon of={zoneIcon(zone)} size={14} className="text-muted" />
      {name}
    </span>
  );
}

/** "192.168.3.0/24", or what stands for it. */
function ZoneNetworks({ name }: { name: string }) {
  const { spec } = useSiteEditor();
  const words = useMessages().network.matrix;
  if (name === ANY_ZONE) return words.anyZone;
  const zone = spec.zones.find((each) => each.name === name);
  if (zone?.kind === "internet") return words.internet;
  if (zone?.kind === "pods") return words.pods;
  return zone?.subnets.join(", ");
}

/** Who stands there: "lb, db, master1 and 3 more". */
function ZoneHosts({ name }: { name: string }) {
  const { site, spec } = useSiteEditor();
  const words = useMessages().network.matrix;
  const names = site.hosts.filter(({ zone }) => zone === name).map((host) => host.name);
  if (names.length > 0) return words.hosts(names);
  const kind = spec.zones.find((each) => each.name === name)?.kind;
  return kind === "network" ? words.noHosts : <ZoneNetworks name={name} />;
}
