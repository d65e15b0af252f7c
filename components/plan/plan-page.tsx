"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { operationTitle } from "@/lib/provision/plan/operation-title";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";
import { PlanBoard } from "./plan-board";
import { PlanFailed } from "./plan-failed";
import { PlanSkeleton } from "./plan-skeleton";
import { useCluster } from "@/components/cluster/use-cluster";
import { usePlan } from "./use-plan";

/** What would happen, read from the hosts just now; nothing has been touched. */
export function PlanPage(props: { clusterId: string; operation: ClusterOperation }) {
  const { clusterId, operation } = props;
  const m = useMessages();
  const cluster = useCluster(clusterId);
  const plan = usePlan(clusterId, operation);
  const name = cluster.data?.name;
  return (
    <>
      <Breadcrumb
        items={[
          { label: m.common.clusters, href: PLACES.clusters },
          ...(name === undefined ? [] : [{ label: name, href: `${PLACES.clusters}/${clusterId}` }]),
          { label: m.plan.crumb },
        ]}
      />
      <Content operation={operation} cluster={cluster} plan={plan} />
    </>
  );
}

function Content(props: {
  operation: ClusterOperation;
  cluster: ReturnType<typeof useCluster>;
  plan: ReturnType<typeof usePlan>;
}) {
  const { operation, cluster, plan } = props;
  const m = useMessages();
  const failure = cluster.error ?? plan.error;
  if (cluster.data && plan.data)
    return (
      <PlanBoard
        key={plan.data.readAt}
        title={titleOf(operation, cluster.data, plan.data)}
        cluster={cluster.data}
        operation={operation}
        plan={plan.data}
        reading={plan.isFetching}
        trouble={plan.error}
        onReadAgain={() => void plan.refetch()}
      />
    );
  if (failure)
    return (
      <PlanFailed
        error={failure}
        busy={plan.isFetching || cluster.isFetching}
        onRetry={() => void Promise.all([cluster.refetch(), plan.refetch()])}
        back={{ href: PLACES.clusters, label: m.plan.back }}
      />
    );
  const title = cluster.data && titleOf(operation, cluster.data, undefined);
  return (
    <PlanSkeleton
      hosts={cluster.data?.members.length ?? 0}
      {...(title === undefined ? {} : { title: m.plan.title(title) })}
    />
  );
}

/** As the job will be called. */
function titleOf(
  operation: ClusterOperation,
  cluster: ClusterRow,
  plan: PlanView | undefined,
): string {
  const hostId = aboutHost(operation);
  const hostName =
    plan?.nodes.find((node) => node.hostId === hostId)?.hostName ??
    cluster.members.find((member) => member.hostId === hostId)?.hostName ??
    hostId;
  return operationTitle(operation, cluster.name, hostName);
}

function aboutHost(operation: ClusterOperation): string {
  if (operation.kind === "reboot") return operation.hostIds[0] ?? "";
  return "hostId" in operation ? operation.hostId : "";
}
