"use client";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { SOFT_KEYS, type SoftKey } from "./terminal-input";

const ARROWS: Readonly<Partial<Record<SoftKey, LucideIcon>>> = {
  left: ArrowLeft,
  down: ArrowDown,
  up: ArrowUp,
  right: ArrowRight,
};

/** The keys that a phone's keyboard lacks. Pressing one leaves that keyboard where it is. */
export function SoftKeys(props: {
  ctrl: boolean;
  onCtrl: () => void;
  onKey: (key: SoftKey) => void;
}) {
  const { ctrl, onCtrl, onKey } = props;
  const words = useMessages().terminal.keys;
  return (
    <div
      role="group"
      aria-label={words.label}
      className="hidden shrink-0 grid-flow-col auto-cols-fr gap-1 border-t border-line bg-surface p-1 max-sm:grid pointer-coarse:grid"
    >
      <SoftKeyButton label={words.ctrl} pressed={ctrl} onPress={onCtrl}>
        {words.ctrl}
      </SoftKeyButton>
      {SOFT_KEYS.map((key) => {
        const arrow = ARROWS[key];
        return (
          <SoftKeyButton key={key} label={words[key]} onPress={() => onKey(key)}>
            {arrow === undefined ? words[key] : <Icon of={arrow} size={16} />}
          </SoftKeyButton>
        );
      })}
    </div>
  );
}

function SoftKeyButton(props: {
  label: string;
  pressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  const { label, pressed, onPress, children } = props;
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      onPointerDown={(event) => event.preventDefault()} // the terminal keeps the focus, and the keyboard stays
      onClick={onPress}
      className={cx(
        "grid h-11 min-w-0 place-items-center rounded-md border text-sm font-label select-none touch-manipulation",
        pressed === true
          ? "border-primary bg-primary text-on-primary"
          : "border-line bg-sunken text-text active:bg-hover",
      )}
    >
      {children}
    </button>
  );
}
