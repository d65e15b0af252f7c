"use client";
import "@xterm/xterm/css/xterm.css";
import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { SoftKeys } from "./soft-keys";
import { keyText, withCtrl, type SoftKey } from "./terminal-input";
import { xtermTheme } from "./xterm-theme";

/** What whoever owns the program may do with the screen. */
export interface Screen {
  /** `done` is called once it is drawn. */
  write(data: Uint8Array, done: () => void): void;
  clear(): void;
  readonly cols: number;
  readonly rows: number;
}

const SCROLLBACK_LINES = 5000;
/** Source: WCAG 2.2, 1.4.3: contrast of text. xterm lifts the colours that programs choose. */
const CONTRAST = 4.5;

/** A screen of a real terminal. Load it with next/dynamic: it is large. */
export function TerminalView(props: {
  label: string;
  onReady: (screen: Screen) => () => void;
  onType: (text: string) => void;
  onSize: (cols: number, rows: number) => void;
  className?: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<Terminal>(null);
  const [ctrl, setCtrl] = useState(false);
  const press = (key: SoftKey) => {
    const terminal = shown.current;
    if (terminal === null) return;
    const applicationCursor = terminal.modes.applicationCursorKeysMode;
    setCtrl(false);
    props.onType(keyText(key, { ctrl, applicationCursor }));
    terminal.focus();
  };
  const ready = useEffectEvent(props.onReady);
  const typed = useEffectEvent((text: string) => {
    setCtrl(false);
    props.onType(ctrl ? withCtrl(text) : text);
  });
  const sized = useEffectEvent(props.onSize);
  useEffect(() => {
    if (frame.current === null) return;
    const { terminal, end } = openTerminal(frame.current);
    shown.current = terminal;
    terminal.onData((text) => typed(text));
    terminal.onResize(({ cols, rows }) => sized(cols, rows));
    const leave = ready(screenOf(terminal));
    return () => {
      leave();
      shown.current = null;
      end();
    };
  }, []);
  return (
    <div className={cx("flex flex-col", props.className)}>
      <div
        ref={frame}
        role="application"
        aria-label={props.label}
        className="min-h-0 flex-1 overflow-hidden bg-sunken p-2"
      />
      <SoftKeys
        ctrl={ctrl}
        onCtrl={() => {
          setCtrl(!ctrl);
          shown.current?.focus();
        }}
        onKey={press}
      />
    </div>
  );
}

const screenOf = (terminal: Terminal): Screen => ({
  write: (data, done) => terminal.write(data, done),
  clear: () => terminal.reset(),
  get cols() {
    return terminal.cols;
  },
  get rows() {
    return terminal.rows;
  },
});

/** Opens it in the frame, as large as the frame, in the theme's colours. */
function openTerminal(frame: HTMLElement) {
  const terminal = new Terminal({
    fontFamily: getComputedStyle(frame).getPropertyValue("--font-mono") || "monospace",
    fontSize: 13,
    cursorBlink: false,
    minimumContrastRatio: CONTRAST,
    scrollback: SCROLLBACK_LINES,
    screenReaderMode: false,
    theme: xtermTheme(frame),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(frame);
  fit.fit();
  terminal.focus();
  const sizes = new ResizeObserver(() => fit.fit());
  sizes.observe(frame);
  const themes = new MutationObserver(() => (terminal.options.theme = xtermTheme(frame)));
  themes.observe(document.documentElement, { attributeFilter: ["class"] });
  const end = () => {
    sizes.disconnect();
    themes.disconnect();
    terminal.dispose();
  };
  return { terminal, end };
}
