"use client";
import { ScrollText, SquarePen, SquareTerminal, Trash2 } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { editHref } from "@/components/kube-change/links";
import { describeHref } from "@/components/kube-console/console-links";
import { logsHref } from "@/components/kube-logs/log-links";
import { OpenButton } from "@/components/open-service/open-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import type { ObjectDetail } from "@/lib/schemas/kube-object";
import { ObjectMenu } from "../kinds/object-menu";
import { RowState } from "../kinds/row-state";
import { useMayIn } from "../use-may-in";

/** Its name and state, why it is so, and what can be done. */
export function ObjectHead(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const { cluster: m, kubeConsole } = useMessages();
  const mayEdit = useMayIn(clusterId, "kube:write") && detail.actions.includes("edit");
  const { ref, status } = detail;
  const logs = logsOf(clusterId, detail);
  const mayType = useMayIn(clusterId, "kube:console");
  const describe = mayType ? describeHref(clusterId, ref) : null;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h2 className="text-lg break-all">{ref.name}</h2>
            {status && <RowState status={status} brief pill />}
          </div>
          <p className="num mt-0.5 text-sm text-muted">
            {[ref.kind, ref.namespace, ref.apiVersion].filter((part) => part !== "").join(" · ")}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {detail.actions.includes("open") && <OpenButton clusterId={clusterId} object={ref} />}
          {logs !== null && (
            <ButtonLink icon={ScrollText} href={logs}>
              {m.actionWords.logs}
            </ButtonLink>
          )}
          {describe !== null && (
            <ButtonLink icon={SquareTerminal} href={describe} title={kubeConsole.describe}>
              {kubeConsole.open}
            </ButtonLink>
          )}
          {mayEdit && (
            <ButtonLink icon={SquarePen} href={editHref(clusterId, ref)}>
              {m.actionWords.edit}
            </ButtonLink>
          )}
          <ObjectMenu clusterId={clusterId} info={detail} target={ref} />
        </div>
      </div>
      {status && status.why !== "" && (
        <Note className="mb-4" tone={status.tone} title={status.why}>
          {status.remedy}
        </Note>
      )}
      <Deleting detail={detail} />
    </>
  );
}

/** Of a pod, or of all pods that a workload selects; null where there is none. */
function logsOf(clusterId: string, { ref, actions, json }: ObjectDetail): string | null {
  if (!actions.includes("logs")) return null;
  const { kind, namespace, name } = ref;
  if (kind === "Pod") return logsHref({ clusterId, namespace, pod: name });
  const { spec } = json as { spec?: { selector?: { matchLabels?: Record<string, string> } } };
  const labels = Object.entries(spec?.selector?.matchLabels ?? {});
  if (labels.length === 0) return null;
  const selector = labels.map(([key, value]) => `${key}=${value}`).join(",");
  return logsHref({ clusterId, namespace, selector });
}

/** An object can wait for long until those that hold it let go. */
function Deleting({ detail }: { detail: ObjectDetail }) {
  const words = useMessages().cluster.object;
  const format = useFormat();
  const nowMs = useNow(10_000);
  if (detail.deletingSince === "") return null;
  const since = format.relative(Date.parse(detail.deletingSince), nowMs);
  return (
    <Note className="mb-4" tone="warn" icon={Trash2} title={words.deleting}>
      {words.deletingBody(since, detail.finalizers.join(", "))}
    </Note>
  );
}
