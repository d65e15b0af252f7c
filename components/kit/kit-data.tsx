"use client";
import { kit } from "@/lib/i18n/en/kit";
import { Diff, Power, Timer } from "lucide-react";
import { useState } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { LogView } from "@/components/log/log-view";
import type { Column, Sort } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { FilterBar } from "@/components/table/filter-bar";
import { DiffView } from "@/components/ui/diff-view";
import { Meter } from "@/components/ui/meter";
import { SegmentedProgress } from "@/components/ui/segmented-progress";
import { StatRow } from "@/components/ui/stat-row";
import { Status } from "@/components/ui/status";
import { Stepper } from "@/components/ui/stepper";
import { KitSection } from "./kit-section";
import { MANY_HOSTS, SAMPLE_FILE, SAMPLE_HOSTS, SAMPLE_LOG, type SampleHost } from "./samples";

/** Figures, wizard, difference, log and tables. */
export function DataParts() {
  const m = useMessages();
  const [step, setStep] = useState("2");
  return (
    <>
      <KitSection title={kit.figures} wide>
        <StatRow
          stats={[
            { id: "1", label: m.status.step.change, figure: 31, icon: Diff, tone: "info" },
            { id: "2", label: m.status.step["in-sync"], figure: 9 },
            { id: "3", label: m.status.job.interrupted, figure: 2, icon: Power, tone: "warn" },
            { id: "4", label: m.ui.more, figure: "6 min", icon: Timer, tone: "unknown" },
          ]}
        />
        <SegmentedProgress
          parts={[
            { tone: "ok", count: 27, label: m.status.step.changed },
            { tone: "live", count: 2, label: m.status.step.changing },
            { tone: "danger", count: 1, label: m.status.step.failed },
            { tone: "rest", count: 3, label: m.status.step.waiting },
          ]}
        />
      </KitSection>
      <KitSection title={kit.wizard}>
        <Stepper
          current={step}
          onOpen={setStep}
          steps={kit.sample.steps.map(([title = "", note = ""], index) => ({
            id: String(index),
            title,
            note,
            done: index < 2,
          }))}
        />
      </KitSection>
      <KitSection title={kit.log}>
        <LogView lines={SAMPLE_LOG} name="master2-start-k3s" className="h-96" />
      </KitSection>
      <KitSection title={kit.difference} wide>
        <DiffView
          {...SAMPLE_FILE}
          name="haproxy.cfg"
          head={<code>/etc/haproxy/haproxy.cfg</code>}
        />
      </KitSection>
      <div className="col-span-12">
        <Hosts rows={SAMPLE_HOSTS} label={kit.table} />
      </div>
      <div className="col-span-12">
        <Hosts rows={MANY_HOSTS} label={kit.manyRows} height="320px" />
      </div>
    </>
  );
}

function useColumns(): readonly Column<SampleHost>[] {
  const words = kit.sample.columns;
  const format = useFormat();
  return [
    {
      id: "name",
      head: words.host,
      sortable: true,
      cell: (host) => <b className="font-[560]">{host.name}</b>,
    },
    { id: "address", head: words.address, cell: (host) => host.address },
    { id: "state", head: words.state, cell: (host) => <Status of="host" is={host.state} /> },
    {
      id: "memory",
      head: words.memory,
      align: "end",
      sortable: true,
      cell: (host) => format.bytes(host.memoryBytes),
    },
    {
      id: "used",
      head: words.used,
      from: "md",
      cell: (host) => (
        <span className="flex items-center gap-2">
          <span className="w-9 text-right">{format.percent(host.used)}</span>
          <Meter label={format.percent(host.used)} used={host.used} />
        </span>
      ),
    },
  ];
}

function Hosts(props: { rows: readonly SampleHost[]; label: string; height?: string }) {
  const m = useMessages();
  const columns = useColumns();
  const [text, setText] = useState("");
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<Sort>({ column: "name", direction: "ascending" });
  const rows = props.rows.filter((host) => host.name.includes(text));
  return (
    <>
      <FilterBar
        placeholder={kit.sample.name}
        value={text}
        onChange={setText}
        end={m.ui.table.shown(rows.length, props.rows.length)}
      />
      <DataTable
        label={props.label}
        rows={rows}
        columns={columns}
        rowKey={(host) => host.id}
        rowName={(host) => host.name}
        phoneCard={(host) => ({
          title: host.name,
          meta: `${host.role} · ${host.address}`,
          status: <Status of="host" is={host.state} size="xs" />,
        })}
        onOpen={() => {}}
        sort={sort}
        onSort={setSort}
        selection={{ keys, onChange: setKeys }}
        empty={null}
        filtered={{ noun: m.common.host, onClear: () => setText("") }}
        foot={m.ui.table.range(1, rows.length, rows.length)}
        {...(props.height === undefined ? {} : { virtualHeight: props.height })}
      />
    </>
  );
}
