"use client";
import { Plus, ScanSearch } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { PageHead } from "@/components/ui/page-head";
import type { HostRow } from "@/lib/schemas/host";
import { HostsFacts } from "./hosts-facts";
import { HostsFilter } from "./hosts-filter";
import { HostsTable } from "./hosts-table";
import { useChecking } from "./use-checking";
import { useHosts } from "./use-hosts";
import { useHostsView } from "./use-hosts-view";

const HostDrawer = dynamic(() => import("./host-drawer").then((part) => part.HostDrawer));
const EditHostDialog = dynamic(() =>
  import("./edit-host-dialog").then((part) => part.EditHostDialog),
);
const RemoveHostsDialog = dynamic(() =>
  import("./remove-hosts-dialog").then((part) => part.RemoveHostsDialog),
);
const RepinDialog = dynamic(() => import("./repin-dialog").then((part) => part.RepinDialog));

/** What is open above the page. */
type Asking =
  | { readonly kind: "edit" | "compare"; readonly row: HostRow }
  | { readonly kind: "remove"; readonly rows: readonly HostRow[] };

/** All hosts, trouble first, with the chosen one beside the list. */
export function HostsPage() {
  const hosts = useHosts();
  const { view, change } = useHostsView();
  const checks = useChecking();
  const [asking, setAsking] = useState<Asking | null>(null);
  const words = useMessages().hosts;
  const rows = hosts.data;
  const open = rows?.find((row) => row.id === view.open);
  return (
    <>
      <PageHead
        title={words.title}
        facts={rows && <HostsFacts rows={rows} />}
        actions={
          <>
            {rows && rows.length > 0 && (
              <Button icon={ScanSearch} busy={checks.all} onClick={checks.checkAll}>
                {words.checkAll}
              </Button>
            )}
            <ButtonLink href={PLACES.addHosts} look="primary" icon={Plus}>
              {words.add}
            </ButtonLink>
          </>
        }
      />
      {rows?.length !== 0 && <HostsFilter view={view} change={change} rows={rows} />}
      <div className={cx("grid items-start gap-4", open && "lg:grid-cols-[minmax(0,1fr)_396px]")}>
        <HostsTable
          {...{ hosts, view, change, checks }}
          onRemove={(chosen) => setAsking({ kind: "remove", rows: chosen })}
        />
        {open && (
          <HostDrawer
            row={open}
            tab={view.tab}
            checking={checks.ids.has(open.id)}
            onTab={(tab) => change({ tab })}
            onClose={() => change({ open: null })}
            onCheck={() => checks.check([open.id])}
            onEdit={() => setAsking({ kind: "edit", row: open })}
            onCompare={() => setAsking({ kind: "compare", row: open })}
            onRemove={() => setAsking({ kind: "remove", rows: [open] })}
          />
        )}
      </div>
      <Asked asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}

function Asked(props: { asking: Asking | null; onClose: () => void }) {
  const { asking, onClose } = props;
  if (asking?.kind === "edit") return <EditHostDialog row={asking.row} onClose={onClose} />;
  if (asking?.kind === "compare") return <RepinDialog row={asking.row} onClose={onClose} />;
  if (asking?.kind === "remove") return <RemoveHostsDialog rows={asking.rows} onClose={onClose} />;
  return null;
}
