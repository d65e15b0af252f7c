import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";

/** A card of the kit; half the page wide, or all of it. */
export function KitSection(props: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <Card className={cx("col-span-12 px-[18px] py-4", props.wide !== true && "lg:col-span-6")}>
      <h2 className="mb-3 text-base">{props.title}</h2>
      {props.children}
    </Card>
  );
}
