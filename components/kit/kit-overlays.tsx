"use client";
import { kit } from "@/lib/i18n/en/kit";
import { Boxes, HardDrive, LogOut, Plus, Server, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValues } from "@/components/ui/key-values";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { Popover } from "@/components/ui/popover";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { KitSection } from "./kit-section";
import { SAMPLE_HOSTS, SAMPLE_PROBLEM } from "./samples";

/** Empty, loading, problem, note. */
export function StateParts() {
  const m = kit;
  const words = m.sample;
  return (
    <KitSection title={m.states}>
      <div className="grid gap-4">
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <EmptyState
            icon={Server}
            title={words.noHosts}
            className="p-0!"
            action={
              <Button size="sm" look="primary" icon={Plus}>
                {words.lan}
              </Button>
            }
          >
            {words.noHostsBody}
          </EmptyState>
          <SkeletonLines label={words.reading} />
        </div>
        <ProblemCard problem={SAMPLE_PROBLEM} actions={<Button size="sm">{words.diff}</Button>} />
        <Note tone="warn" title={words.note}>
          <p>{words.noteBody}</p>
        </Note>
      </div>
    </KitSection>
  );
}

type Open = "dialog" | "confirm" | "drawer" | null;

/** Dialogs, menus and toasts, to be opened. */
export function OverlayParts() {
  const m = useMessages();
  const words = kit.sample;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const [done, running, failed] = [words.done, words.running, words.failed].map(
    ([title = "", body = ""]) => ({ title, body, link: { label: m.common.why, act: close } }),
  );
  return (
    <KitSection title={kit.overlays} wide>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={() => setOpen("dialog")}>{words.dialog}</Button>
        <Button onClick={() => setOpen("confirm")}>{words.confirm}</Button>
        <Button onClick={() => setOpen("drawer")}>{words.drawer}</Button>
        <Menu
          items={[
            { id: "cordon", label: words.role, act: close, end: "C" },
            { id: "drain", label: words.drain, icon: LogOut, act: close, danger: true },
          ]}
        >
          <Button>{words.menu}</Button>
        </Menu>
        <Popover label={words.popover} content={words.noteBody}>
          <Button>{words.popover}</Button>
        </Popover>
        <Tooltip text={words.noteBody}>
          <Button>{words.tooltip}</Button>
        </Tooltip>
        {done && <Button onClick={() => toast.done(done)}>{done.title}</Button>}
        {running && <Button onClick={() => toast.running(running)}>{running.title}</Button>}
        {failed && <Button onClick={() => toast.failed(failed)}>{failed.title}</Button>}
      </div>
      <Dialog
        open={open === "dialog"}
        onClose={close}
        title={words.name}
        description={words.nameHelp}
        foot={<Button look="primary">{words.start}</Button>}
      >
        {words.noteBody}
      </Dialog>
      <KitConfirm open={open === "confirm"} onClose={close} />
      <Drawer
        open={open === "drawer"}
        onClose={close}
        title="worker2"
        mark={<Status of="host" is="reachable" pill />}
        facts="Raspberry Pi 3B+ · 192.168.1.223"
      >
        <KeyValues
          items={SAMPLE_HOSTS.map((host) => ({
            id: host.id,
            name: host.name,
            value: host.address,
          }))}
        />
      </Drawer>
    </KitSection>
  );
}

function KitConfirm(props: { open: boolean; onClose: () => void }) {
  const words = kit.sample;
  return (
    <ConfirmDialog
      open={props.open}
      onKeep={props.onClose}
      onConfirm={props.onClose}
      icon={Trash2}
      question={words.question}
      happens={words.happens}
      checkedAgoMs={2_000}
      takes={words.takes.map(([title = "", detail = "", verdict = ""], index) => ({
        icon: index === 0 ? Boxes : HardDrive,
        title,
        detail,
        verdict,
        tone: index === 0 ? "ok" : "danger",
      }))}
      typed={{ name: "worker2", because: words.because }}
      safer={
        <button type="button" className="link">
          {words.safer}
        </button>
      }
      verb={words.drain}
    />
  );
}
