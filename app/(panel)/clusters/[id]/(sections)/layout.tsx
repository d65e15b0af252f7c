import type { ReactNode } from "react";
import { ClusterFrame } from "@/components/cluster/cluster-frame";

/** The sections of a cluster share its head and tabs; its plan and wizard do not. */
export default async function ClusterLayout(props: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id } = await props.params;
  return <ClusterFrame id={id}>{props.children}</ClusterFrame>;
}
