"use client";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Ago } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { ProblemCard } from "@/components/ui/problem-card";
import { toast } from "@/components/ui/toast";
import type { DdnsNameRow, DdnsView } from "@/lib/schemas/ddns-view";
import { DdnsConfirms } from "./ddns-confirm";
import { DdnsKeeper } from "./ddns-keeper";
import { DdnsNames } from "./ddns-names";
import { EditMenu } from "./edit-menu";
import { SectionHead } from "./section-head";
import { useSiteEditor } from "./site-editor";
import { useDdns, useSaveDdns } from "./use-ddns";

const DdnsNameDialog = dynamic(() =>
  import("./ddns-name-dialog").then((part) => part.DdnsNameDialog),
);
const DdnsKeeperDialog = dynamic(() =>
  import("./ddns-keeper-dialog").then((part) => part.DdnsKeeperDialog),
);

const NOTHING: DdnsView = {
  ...{ settings: null, hostName: null, names: [], asOf: null, problem: null },
};

/** Names that follow the site's public address: how each stands, and who keeps it so. */
export function DdnsPage() {
  const { site, mayEdit } = useSiteEditor();
  const words = useMessages().network.ddns;
  const { data, error, refetch, isFetching } = useDdns(site.id);
  const [editing, setEditing] = useState<Editing>(null);
  const [isSaved, setSaved] = useState(false);
  const view = data ?? NOTHING;
  const { settings } = view;
  const saved = () => {
    setSaved(true);
    setEditing(null);
  };
  const add = (
    <Button icon={Plus} disabled={!mayEdit} onClick={() => setEditing("new")}>
      {words.add}
    </Button>
  );
  const open = ({ name }: DdnsNameRow) =>
    setEditing(view.names.findIndex((each) => each.name === name));
  if (data === undefined && error !== null)
    return <Unread error={error} isBusy={isFetching} onRetry={() => void refetch()} />;
  return (
    <>
      <SectionHead text={words.body} action={settings !== null && add} />
      <Away view={view} />
      <DdnsConfirms rows={view.names} />
      <DdnsNames
        rows={data?.names}
        host={view.hostName ?? words.keeper.gone}
        onOpen={mayEdit ? open : null}
        acts={(row) => mayEdit && <Acts view={view} row={row} onEdit={open} onSaved={saved} />}
        add={add}
      />
      {settings !== null && (
        <DdnsKeeper
          view={view}
          settings={settings}
          isSaved={isSaved}
          onEdit={() => setEditing("keeper")}
        />
      )}
      <Dialogs view={view} editing={editing} onSaved={saved} onClose={() => setEditing(null)} />
    </>
  );
}

/** The place of a name, a new one, or who keeps them. */
type Editing = number | "new" | "keeper" | null;

function Dialogs(props: {
  view: DdnsView;
  editing: Editing;
  onSaved: () => void;
  onClose: () => void;
}) {
  const {
    view: { settings },
    editing,
    onSaved,
    onClose,
  } = props;
  if (editing === null) return null;
  if (editing !== "keeper")
    return <DdnsNameDialog {...props} at={editing === "new" ? null : editing} />;
  if (settings === null) return null;
  return <DdnsKeeperDialog settings={settings} onSaved={onSaved} onClose={onClose} />;
}

function Unread(props: { error: Error; isBusy: boolean; onRetry: () => void }) {
  const m = useMessages();
  return (
    <ProblemCard
      problem={problemOf(props.error)}
      actions={
        <Button size="sm" busy={props.isBusy} onClick={props.onRetry}>
          {m.ui.tryNow}
        </Button>
      }
    />
  );
}

/** The host does not answer: what it said before stays on the page, with its time. */
function Away({ view }: { view: DdnsView }) {
  const words = useMessages().network.ddns;
  if (view.problem === null) return null;
  return (
    <ProblemCard
      tone="warn"
      className="mb-3"
      problem={view.problem}
      actions={
        <p className="text-xs text-muted">
          {view.asOf === null ? (
            words.oldNever
          ) : (
            <>
              {words.old} <Ago at={view.asOf} />.
            </>
          )}
        </p>
      }
    />
  );
}

function Acts(props: {
  view: DdnsView;
  row: DdnsNameRow;
  onEdit: (row: DdnsNameRow) => void;
  onSaved: () => void;
}) {
  const { view, row, onEdit, onSaved } = props;
  const { settings } = view;
  const words = useMessages().network.ddns;
  const save = useSaveDdns(useSiteEditor().site.id);
  if (settings === null) return null;
  const names = settings.names.filter(({ name }) => name !== row.name);
  const remove = () =>
    save.mutate(
      { settings: { ...settings, names }, secrets: {} },
      {
        onSuccess: onSaved,
        onError: (error) =>
          toast.failed({
            title: words.removeFailed(row.name),
            body: problemOf(error).detail,
            id: "ddns-remove",
          }),
      },
    );
  return (
    <EditMenu
      label={words.actsOf(row.name)}
      onEdit={() => onEdit(row)}
      onRemove={remove}
      canRemove={names.length > 0 && !save.isPending}
      removeNote={names.length > 0 ? undefined : words.lastStays}
    />
  );
}
