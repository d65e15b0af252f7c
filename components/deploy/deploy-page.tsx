"use client";
import { Rocket } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { AdoptedNote } from "@/components/adopt/adopted-note";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { useMayIn } from "@/components/cluster/use-may-in";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { deployHref, rolloutHref } from "@/components/kube-change/links";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { toast } from "@/components/ui/toast";
import { marksOfReport, useApply } from "@/components/yaml-editor/use-apply";
import { withChecks } from "@/lib/app-checks/name-checks";
import type { Problem } from "@/lib/core/problem";
import { refOf } from "@/lib/kube-write/manifest";
import { toYaml } from "@/lib/kube-write/yaml-text";
import type { AppTemplate } from "@/lib/templates/template";
import { TEMPLATES, type TemplateId } from "@/lib/templates/templates";
import { CheckList, isHopeless } from "./check-list";
import { DeployFields } from "./deploy-fields";
import { TEMPLATE_ICONS } from "./template-icons";
import { askChecks, useAppChecks, useDryRun } from "./use-app-checks";
import { useDeployForm } from "./use-deploy-form";
import { YamlCard } from "./yaml-card";

/** A template's form, its YAML beside it, what the cluster says of it, and the button. */
export function DeployPage(props: { clusterId: string; template: TemplateId }) {
  const { clusterId, template: id } = props;
  const m = useMessages();
  const words = m.deploy;
  const template: AppTemplate = TEMPLATES[id];
  const form = useDeployForm(template);
  const checks = useAppChecks(clusterId, id, form.parsed);
  const objects = useMemo(
    () => (form.objects === null ? null : withChecks(form.objects, checks.data?.checks ?? [])),
    [form.objects, checks.data],
  );
  const text = useMemo(() => (objects === null ? null : toYaml(objects)), [objects]);
  const dryRun = useDryRun(clusterId, text);
  return (
    <>
      <ClusterCrumbs
        clusterId={clusterId}
        items={[
          { label: words.crumb, href: deployHref(clusterId) },
          { label: words.templates[id][0] },
        ]}
      />
      <div className="flex items-start gap-3">
        <span className="grid size-10 flex-none place-items-center rounded-[9px] border border-line bg-surface text-muted">
          <Icon of={TEMPLATE_ICONS[id]} />
        </span>
        <PageHead
          title={words.title(words.templates[id][0])}
          facts={
            <>
              {words.templates[id][1]}{" "}
              <Link className="link" href={deployHref(clusterId)}>
                {words.another}
              </Link>
            </>
          }
        />
      </div>
      <AdoptedNote clusterId={clusterId} />
      <div className="grid items-start gap-4 pb-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,0.85fr)]">
        <DeployFields template={template} form={form} />
        <YamlCard clusterId={clusterId} objects={objects ?? form.shown}>
          <CheckList checks={checks.data} report={dryRun.data} />
        </YamlCard>
      </div>
      <DeployBar
        clusterId={clusterId}
        template={id}
        form={form}
        hopeless={isHopeless(checks.data)}
      />
    </>
  );
}

function DeployBar(props: {
  clusterId: string;
  template: TemplateId;
  form: ReturnType<typeof useDeployForm>;
  hopeless: boolean;
}) {
  const { clusterId, template, form, hopeless } = props;
  const m = useMessages();
  const words = m.deploy;
  const router = useRouter();
  const mayWrite = useMayIn(clusterId, "kube:write");
  const { send, report } = useApply(clusterId);
  const replicas = form.parsed?.replicas;
  const submit = async () => {
    form.leaveAll();
    if (form.objects === null || form.parsed === null) return;
    // Asked anew: whoever types fast presses the button before the checks are back.
    const checks = await askChecks(clusterId, { template, values: form.parsed });
    const objects = withChecks(form.objects, checks.checks);
    const text = toYaml(objects);
    const answer = await send({ text, namespace: "default", dryRun: false, conflicts: {} });
    const main = objects.findLast(({ kind }) => kind === "Deployment");
    if (!answer.clean || main === undefined) return;
    toast.done({ title: words.started(main.metadata.name) });
    router.push(rolloutHref(clusterId, refOf(main)));
  };
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const deploy = () => {
    setAsking(true);
    setFailure(null);
    return submit()
      .catch((error: unknown) => setFailure(problemOf(error)))
      .finally(() => setAsking(false));
  };
  const refusals = report?.clean === false ? marksOfReport(report) : [];
  const labels = form.wrong.map((name) => words.labels[name]);
  return (
    <>
      {failure && <ProblemCard problem={failure} className="mb-16" />}
      <ActionBar
        facts={
          <span role="status" className="text-danger">
            {refusals.map(({ text: said }) => said).join(" ")}
            {labels.length > 0 && `${m.ui.fieldsNeedYou(labels.length)} ${labels.join(", ")}`}
          </span>
        }
      >
        <Button
          look="primary"
          icon={Rocket}
          busy={asking}
          disabled={!mayWrite}
          onClick={() => void deploy()}
        >
          {hopeless ? words.submitAnyway : words.submit(replicas)}
        </Button>
      </ActionBar>
    </>
  );
}
