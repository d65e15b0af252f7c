"use client";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { NAV_ENTRIES } from "./nav-entries";
import { setOverlay } from "./overlay-state";
import { setSingleKeys, useSingleKeys } from "./single-keys";

/** Every key, and the switch that turns single ones off. */
export function KeysDialog() {
  const m = useBaseMessages();
  const words = m.shell.keys;
  const on = useSingleKeys();
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [words.palette, ["Ctrl K", "⌘ K"]],
    [words.search, ["/"]],
    [words.move, ["J", "K"]],
    [words.select, ["X"]],
    [words.open, ["Enter"]],
    [words.close, ["Esc"]],
    [words.help, ["?"]],
    ...NAV_ENTRIES.map(
      (entry) => [words.go(entry.label(m)), ["G", entry.key.toUpperCase()]] as const,
    ),
  ];
  return (
    <Dialog
      open
      width="sm"
      onClose={() => setOverlay(null)}
      title={words.title}
      description={words.intro}
      foot={
        <Switch
          className="mr-auto"
          checked={on}
          onChange={(event) => setSingleKeys(event.target.checked)}
        >
          {words.enabled}
          <span className="block text-xs text-muted">{words.enabledHelp}</span>
        </Switch>
      }
    >
      <dl className="grid gap-0.5 text-sm">
        {lines.map(([what, keys]) => (
          <div key={what} className="flex items-center justify-between gap-4 py-1">
            <dt>{what}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
