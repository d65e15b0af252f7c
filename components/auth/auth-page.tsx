import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Mark } from "@/components/ui/mark";
import { baseMessagesFor } from "@/lib/i18n/base";
import { DEFAULT_LOCALE } from "@/lib/i18n/locale";

/** A sentence with its meaning, at the left of the page. */
export interface AuthPromise {
  readonly icon: LucideIcon;
  readonly text: readonly [string, string];
}

/** What one is told at the left, the form at the right; only the form on a small screen. */
export function AuthPage(props: {
  heading: ReactNode;
  promises: readonly AuthPromise[];
  foot?: ReactNode;
  children: ReactNode;
}) {
  const { product } = baseMessagesFor(DEFAULT_LOCALE).common;
  return (
    <div className="grid min-h-dvh bg-surface max-md:grid-rows-[auto_1fr] md:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
      <aside className="flex flex-col justify-between gap-8 px-5 py-5 md:border-r md:border-line md:bg-sunken md:px-14 md:py-10">
        <p className="flex items-center gap-[9px] text-[17px] font-[620] tracking-[-0.015em]">
          <Mark size={26} />
          {product}
        </p>
        <div className="max-md:hidden">
          <h2 className="max-w-[15em] text-2xl">{props.heading}</h2>
          <ul className="mt-6 grid gap-3.5">
            {props.promises.map(({ icon, text: [title, body] }) => (
              <li key={title} className="grid grid-cols-[32px_1fr] gap-3">
                <span className="grid size-8 place-items-center rounded-[8px] bg-surface inset-ring inset-ring-line">
                  <Icon of={icon} />
                </span>
                <span className="leading-5">
                  <span className="block font-[560]">{title}</span>
                  <span className="block text-sm text-muted">{body}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        <p className="min-h-[18px] text-xs text-muted max-md:hidden">{props.foot}</p>
      </aside>
      <main
        id="main"
        className="grid place-items-center px-6 py-10 max-md:place-items-start max-md:justify-items-center max-md:px-5 max-md:pt-3"
      >
        <div className="grid w-full max-w-[408px] gap-[18px]">{props.children}</div>
      </main>
    </div>
  );
}
