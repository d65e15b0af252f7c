"use client";
import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { tabLook, tabListLook } from "./tab-look";

/** One section of a card or a drawer. `count` is muted behind its name. */
export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly count?: ReactNode;
  readonly content: ReactNode;
}

/** Sections in place. For sections with an address of their own use `TabLinks`. */
export function Tabs(props: {
  label: string;
  tabs: readonly Tab[];
  value?: string;
  onChange?: (id: string) => void;
  className?: string;
}) {
  const { label, tabs, value, onChange, className } = props;
  return (
    <Radix.Root
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onValueChange: onChange } : {})}
      {...(tabs[0] && value === undefined ? { defaultValue: tabs[0].id } : {})}
      className={cx(className)}
    >
      <Radix.List aria-label={label} className={tabListLook}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className={tabLook}>
            {tab.label}
            {tab.count !== undefined && (
              <span className="num ml-1.5 font-meta text-muted">{tab.count}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="outline-offset-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
