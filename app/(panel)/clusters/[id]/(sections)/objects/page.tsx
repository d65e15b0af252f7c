import { notFound } from "next/navigation";
import { ObjectPage } from "@/components/cluster/object/object-page";
import { objectQuery } from "@/lib/schemas/kube-object";

/** One object, named by the address. */
export default async function ClusterObjectPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await props.params;
  const target = objectQuery.safeParse(await props.searchParams);
  if (!target.success) notFound();
  const { kind, namespace, name } = target.data;
  return <ObjectPage key={`${kind} ${namespace} ${name}`} clusterId={id} target={target.data} />;
}
