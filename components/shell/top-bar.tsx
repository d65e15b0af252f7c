"use client";
import { Moon, Search, Sun } from "lucide-react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useLiveState } from "@/components/hooks/use-socket";
import { LiveDot } from "@/components/ui/live-dot";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Mark } from "@/components/ui/mark";
import { BreadcrumbTrail } from "./breadcrumb";
import { setOverlay } from "./overlay-state";
import { toggleTheme, useDark } from "./theme";

/** Where one is, how fresh it is, the palette, the theme. */
export function TopBar() {
  const m = useBaseMessages();
  const dark = useDark();
  return (
    <header className="sticky top-0 z-[5] flex h-(--topbar) flex-none items-center gap-2.5 border-b border-line bg-canvas px-6 max-lg:px-5 max-sm:gap-1.5 max-sm:px-4">
      <Mark className="sm:hidden" />
      <BreadcrumbTrail />
      <Live />
      <button
        type="button"
        onClick={() => setOverlay("palette")}
        className="flex h-[30px] w-[236px] items-center gap-2 rounded-md border border-line-strong bg-surface pr-1.5 pl-[9px] text-sm text-muted hover:bg-hover max-lg:w-[180px] max-sm:hidden"
      >
        <Icon of={Search} size={15} />
        {m.shell.searchOrRun}
        <span className="ml-auto" suppressHydrationWarning>
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      <span className="sm:hidden">
        <IconButton icon={Search} label={m.ui.search} onClick={() => setOverlay("palette")} />
      </span>
      <IconButton
        icon={dark ? Sun : Moon}
        label={dark ? m.shell.theme.toLight : m.shell.theme.toDark}
        onClick={toggleTheme}
        className="max-sm:hidden"
      />
    </header>
  );
}

function Live() {
  const m = useBaseMessages().shell;
  const state = useLiveState();
  const tone = { live: "ok", connecting: "unknown", away: "warn" } as const;
  return (
    <span title={m.liveTitle[state]} role="status" className="max-sm:hidden">
      <LiveDot tone={tone[state]}>{m.live[state]}</LiveDot>
    </span>
  );
}
