"use client";
import { LayoutList, Sparkles, Table } from "lucide-react";
import { useState } from "react";
import { usePhone } from "@/components/hooks/use-media";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Role } from "@/lib/schemas/role";
import { RoleBoard } from "./role-board";
import { RoleTable } from "./role-table";
import type { RolesWizard } from "./use-wizard";
import type { WizardHost } from "./wizard-host";

/** Gives a host another role, or none. */
export type MoveHost = (host: WizardHost, role: Role | null) => void;

/** Step 3: who does what, as a board to drag on or as a table to choose in. */
export function RolesStep({ wizard }: { wizard: RolesWizard }) {
  const words = useMessages().wizard.roles;
  const phone = usePhone();
  const [chosen, setView] = useState<"board" | "table" | null>(null);
  const view = chosen ?? (phone ? "table" : "board"); // a finger cannot drag between lanes
  const [movedId, setMovedId] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const { now, dispatch } = wizard;
  const move: MoveHost = (host, role) => {
    dispatch({ type: "move", hostId: host.id, role, from: now });
    setMovedId(host.id);
    setSaid(words.moved(host.name, role === null ? words.noRole : words.laneOne[role]));
  };
  const View = view === "board" ? RoleBoard : RoleTable;
  return (
    <section>
      <div className="mb-3 flex items-end gap-3 max-sm:flex-wrap">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <h2 className="text-lg">{words.title}</h2>
          <p className="text-sm text-muted">{view === "board" ? words.body : words.bodyTable}</p>
        </div>
        <div className="flex flex-none items-center gap-2">
          {now.draft.roles[now.draft.topology] !== undefined && (
            <Button size="sm" icon={Sparkles} onClick={() => dispatch({ type: "suggest-roles" })}>
              {words.suggest}
            </Button>
          )}
          <Segmented
            label={words.view}
            value={view}
            onChange={setView}
            segments={[
              { id: "board", label: words.board, icon: LayoutList },
              { id: "table", label: words.table, icon: Table },
            ]}
          />
        </div>
      </div>
      <View now={now} movedId={movedId} onMove={move} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}
