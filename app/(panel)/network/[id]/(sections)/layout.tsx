import type { ReactNode } from "react";
import { SiteFrame } from "@/components/network/site-frame";

/** The sections of a site share its head, its tabs and its draft; its plan does not. */
export default async function SiteLayout(props: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id } = await props.params;
  return <SiteFrame id={id}>{props.children}</SiteFrame>;
}
