"use client";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PageSkeleton } from "@/components/shell/page-skeleton";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ProblemCard } from "@/components/ui/problem-card";
import { planHref } from "@/lib/schemas/operation-param";
import { AdvisorPanel } from "./advisor-panel";
import { EMPTY_DRAFT, type Draft } from "./draft";
import { HostsStep } from "./hosts-step";
import { PreflightStep } from "./preflight-step";
import { RolesStep } from "./roles-step";
import { SettingsStep } from "./settings-step";
import { WIZARD_STEPS, type WizardStep } from "./steps";
import { TopologyStep } from "./topology-step";
import { usePreflight } from "./use-preflight";
import { useWizard, type Wizard } from "./use-wizard";
import { useWizardSteps } from "./use-wizard-steps";
import { useObstacle } from "./use-obstacle";
import { WizardFrame, type WayOn } from "./wizard-frame";

/** From a shape to settings that can be planned. Nothing is touched on any host. */
export function WizardPage(props: { begin: () => Draft }) {
  const [initial] = useState(props.begin);
  const wizard = useWizard(initial);
  const m = useMessages();
  const preflight = usePreflight(wizard);
  const next = useWayOn(wizard, preflight);
  const steps = useWizardSteps(wizard);
  const { step, hosts } = wizard;
  const before = WIZARD_STEPS[WIZARD_STEPS.indexOf(step) - 1];
  if (hosts.error && !hosts.data) return <ProblemCard problem={problemOf(hosts.error)} />;
  if (!hosts.data) return <PageSkeleton />;
  const views: Record<WizardStep, ReactNode> = {
    topology: <TopologyStep wizard={wizard} />,
    hosts: <HostsStep wizard={wizard} />,
    roles: <RolesStep wizard={wizard} />,
    settings: <SettingsStep wizard={wizard} />,
    preflight: <PreflightStep wizard={wizard} preflight={preflight} />,
  };
  return (
    <>
      <Breadcrumb
        items={[
          { label: m.common.clusters, href: PLACES.clusters },
          { label: m.wizard.title },
          { label: m.wizard.steps[step] },
        ]}
      />
      <WizardFrame
        title={m.wizard.title}
        steps={steps}
        current={step}
        onOpen={(id) => wizard.open(WIZARD_STEPS.find((known) => known === id) ?? step)}
        note={<SavedNote wizard={wizard} />}
        onBack={before && (() => wizard.open(before))}
        next={next}
        wideAside
        aside={step === "roles" ? <AdvisorPanel wizard={wizard} /> : undefined}
      >
        {views[step]}
      </WizardFrame>
    </>
  );
}

function SavedNote({ wizard }: { wizard: Wizard }) {
  const words = useMessages().wizard;
  const { draft } = wizard.now;
  return (
    <>
      <p>{draft.clusterId === null ? words.saved : words.savedInPanel}</p>
      {draft.clusterId === null && draft !== EMPTY_DRAFT && (
        <Button
          look="ghost"
          size="sm"
          className="mt-1 -ml-2"
          onClick={() => {
            wizard.dispatch({ type: "replace", draft: EMPTY_DRAFT });
            wizard.open("topology");
          }}
        >
          {words.startOver}
        </Button>
      )}
    </>
  );
}

/** The button at the foot: the next step's name, or why it cannot be opened. */
function useWayOn(wizard: Wizard, preflight: ReturnType<typeof usePreflight>): WayOn {
  const { onTo, obstacle: words } = useMessages().wizard;
  const router = useRouter();
  const { step, now, store } = wizard;
  const obstacle = useObstacle(wizard);
  const after = WIZARD_STEPS[WIZARD_STEPS.indexOf(step) + 1];
  const go = async () => {
    // From the settings on, every step forward is stored; a refusal stands at its field.
    const storable = now.spec !== null && (step === "settings" || now.draft.clusterId !== null);
    if (storable && now.spec && !(await store.run(now.spec).catch(() => null))) return;
    if (after) wizard.open(after);
  };
  const plan = async () => {
    const cluster = now.spec && (await store.run(now.spec).catch(() => null));
    if (cluster) router.push(planHref(cluster.id, { kind: "create" }));
  };
  if (step !== "preflight")
    return { label: onTo[after ?? "plan"], act: () => void go(), busy: store.busy, obstacle };
  const blockers = preflight.blockers.length;
  return {
    label: onTo.plan,
    busy: store.busy,
    hint: preflight.busy ? words.preflightRunning : undefined,
    obstacle: blockers > 0 && !preflight.busy ? words.preflight(blockers) : undefined,
    act: () => void plan(),
  };
}
