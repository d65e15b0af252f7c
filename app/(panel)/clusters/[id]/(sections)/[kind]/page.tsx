import { KindPage } from "@/components/cluster/kinds/kind-page";

/** Objects of one kind; the kinds with a page of their own stand beside. */
export default async function ClusterKindPage(props: {
  params: Promise<{ id: string; kind: string }>;
}) {
  const { id, kind } = await props.params;
  return <KindPage clusterId={id} kind={decodeURIComponent(kind)} />;
}
