"use client";
import dynamic from "next/dynamic";
import { useState, type ReactNode } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMayIn } from "@/components/cluster/use-may-in";
import { useMessages } from "@/components/hooks/use-messages";
import type { Selection } from "@/components/table/column";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProblemCard } from "@/components/ui/problem-card";
import { commonWishes, type BulkWish } from "@/lib/kube-bulk/wishes";
import type { KubeRow } from "@/lib/kube/kind";
import type { KubePage } from "@/lib/schemas/kube";
import { MAX_BULK, type BulkTarget } from "@/lib/schemas/kube-bulk";
import type { KindInfo } from "@/lib/schemas/kube-kind";
import { BulkBar } from "./bulk-bar";
import { BulkFigures } from "./bulk-progress";
import { useRun, type Run } from "./use-run";
import { useSelection } from "./use-selection";

const BulkDialog = dynamic(() => import("./bulk-dialog").then((part) => part.BulkDialog), {
  ssr: false,
});

/** What a list needs to let many of its objects be changed at once. */
export interface Bulk {
  readonly selection: Selection;
  readonly actions: ReactNode;
  /** Stands before the table: a change that goes on with its window closed. */
  readonly aside: ReactNode;
}

interface BulkList {
  readonly clusterId: string;
  readonly info: Pick<KindInfo, "name" | "apiVersion" | "kind" | "label" | "actions"> | undefined;
  readonly page: KubePage<KubeRow> | undefined;
  /** The list's filters, as its address says them. */
  readonly query: string;
}

interface Wanted {
  readonly wish: BulkWish;
  readonly what: string;
  readonly targets: readonly BulkTarget[];
  readonly open: boolean;
}

/** Selecting objects of a list and changing all of them; null for who may not, or where nothing can be done. */
export function useBulk({ clusterId, info, page, query }: BulkList): Bulk | null {
  const words = useMessages().changes.bulk;
  const mayChange = useMayIn(clusterId, "kube:write");
  const selected = useSelection(clusterId, info?.name ?? "");
  const run = useRun(clusterId);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  if (!mayChange || info === undefined || commonWishes(info, [info.actions]).length === 0)
    return null;
  const { apiVersion, kind, label } = info;
  const open = (wish: BulkWish) => {
    run.forget();
    const targets = selected.rows.map(({ uid, namespace, name }) => ({
      ...{ apiVersion, kind, namespace, name, uid },
    }));
    setWanted({ wish, targets, what: words.what(targets.length, kind, label), open: true });
  };
  const close = () => {
    const going = run.progress?.running === true;
    setWanted(wanted !== null && going ? { ...wanted, open: false } : null);
    if (going || run.progress === undefined) return;
    // What is done is let go of; what failed stays selected.
    const left = run.progress.items.filter(({ state }) => state !== "done");
    selected.set(new Set(left.map(({ uid }) => uid)));
    run.forget();
  };
  return {
    selection: { keys: selected.keys, onChange: (keys) => selected.set(upTo(keys, MAX_BULK)) },
    actions: <Actions {...{ info, page, query, selected }} onWish={open} />,
    aside: wanted !== null && (
      <Aside
        {...{ clusterId, run, wanted }}
        onShow={() => setWanted({ ...wanted, open: true })}
        onClose={close}
      />
    ),
  };
}

function Actions(props: {
  info: NonNullable<BulkList["info"]>;
  page: BulkList["page"];
  query: string;
  selected: ReturnType<typeof useSelection>;
  onWish: (wish: BulkWish) => void;
}) {
  const { info, page, query, selected, onWish } = props;
  const { keys, ready, matching } = selected;
  const rows = page?.rows ?? [];
  const allowed = ready ? selected.rows.map(({ actions }) => actions) : [info.actions];
  return (
    <>
      <BulkBar
        selected={keys.size}
        gone={selected.gone}
        total={page?.total ?? 0}
        pageSelected={rows.length > 0 && rows.every(({ uid }) => keys.has(uid))}
        ready={ready}
        wishes={commonWishes(info, allowed)}
        selecting={matching.isPending}
        onWish={onWish}
        onSelectMatching={() => selected.selectMatching(query)}
        onClear={() => selected.set(new Set())}
      />
      <SelectionProblem error={selected.error ?? matching.error} />
    </>
  );
}

/** The window of the change, or, while it goes on without its window, how far it is. */
function Aside(props: {
  clusterId: string;
  run: Run;
  wanted: Wanted;
  onShow: () => void;
  onClose: () => void;
}) {
  const { clusterId, run, wanted, onShow, onClose } = props;
  const words = useMessages().changes.bulk;
  if (wanted.open) return <BulkDialog {...{ clusterId, run, ...wanted, onClose }} />;
  if (run.progress === undefined) return null;
  return (
    <Card className="mb-3 flex items-center gap-4 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-name">{words.words[wanted.wish].verb(wanted.what)}</p>
        <BulkFigures progress={run.progress} />
      </div>
      <Button size="sm" onClick={onShow}>
        {words.run.show}
      </Button>
    </Card>
  );
}

/** The first of them: one action has its bound. */
const upTo = (keys: ReadonlySet<string>, most: number): ReadonlySet<string> =>
  keys.size <= most ? keys : new Set([...keys].slice(0, most));

function SelectionProblem({ error }: { error: unknown }) {
  if (error === null) return null;
  return <ProblemCard bare problem={problemOf(error)} />;
}
