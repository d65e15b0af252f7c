import { redirect } from "next/navigation";
import { clusterHref } from "@/components/cluster/cluster-links";

/** A cluster opens on its nodes. */
export default async function ClusterPage({ params }: { params: Promise<{ id: string }> }) {
  redirect(clusterHref((await params).id));
}
