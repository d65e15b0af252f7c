"use client";
import { KeyRound, ListChecks, Lock } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { WizardFrame, type WayOn } from "@/components/cluster/wizard/wizard-frame";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import type { StepperStep } from "@/components/ui/stepper";
import type { HostRow } from "@/lib/schemas/host";
import { missingAccess } from "../access-draft";
import { useHosts } from "../use-hosts";
import { AccessStep } from "./access-step";
import { confirmable, confirmed, labelOf, wantedOf } from "./add-select";
import { ADD_STEPS, fingerprintOf, type AddStep } from "./add-state";
import { AddressesStep } from "./addresses-step";
import { IdentityStep } from "./identity-step";
import { RunStep } from "./run-step";
import { parsedOf } from "./typed-hosts";
import { useAddHosts, type AddHosts } from "./use-add-hosts";

const NO_ROWS: readonly HostRow[] = [];

/** Adding hosts in four steps. Nothing is changed on a host but its authorized_keys. */
export function AddHostsPage() {
  const m = useMessages();
  const hosts = useAddHosts();
  const rows = useHosts().data ?? NO_ROWS;
  const steps = useSteps(hosts);
  const next = useWayOn(hosts, rows);
  const { state, dispatch } = hosts;
  const index = ADD_STEPS.indexOf(state.step);
  const before = ADD_STEPS[index - 1];
  const chosen = confirmed(state);
  const running = chosen.some(({ run }) => run.state === "working" || run.state === "idle");
  return (
    <>
      <Breadcrumb
        items={[{ label: m.hosts.title, href: PLACES.hosts }, { label: m.addHosts.title }]}
      />
      <WizardFrame
        title={m.addHosts.title}
        steps={steps}
        current={state.step}
        onOpen={(id) =>
          dispatch({ type: "go", step: ADD_STEPS.find((step) => step === id) ?? "addresses" })
        }
        aside={<NextAside />}
        onBack={
          before && !(state.step === "facts" && running)
            ? () => dispatch({ type: "go", step: before })
            : undefined
        }
        facts={state.step === "identity" ? <IdentityCount hosts={hosts} rows={rows} /> : undefined}
        next={next}
      >
        {state.step === "addresses" && <AddressesStep hosts={hosts} rows={rows} />}
        {state.step === "identity" && <IdentityStep hosts={hosts} rows={rows} />}
        {state.step === "access" && <AccessStep hosts={hosts} chosen={pending(chosen)} />}
        {state.step === "facts" && (
          <>
            <RunStep hosts={hosts} chosen={chosen} />
            {!running && <Onward />}
          </>
        )}
      </WizardFrame>
    </>
  );
}

const pending = (chosen: ReturnType<typeof confirmed>) =>
  chosen.filter((candidate) => candidate.run.state !== "added");

function IdentityCount(props: { hosts: AddHosts; rows: readonly HostRow[] }) {
  const words = useMessages().addHosts.identity;
  const all = confirmable(props.hosts.state, props.rows);
  const done = all.filter((candidate) => candidate.verdict === "matches");
  return words.summary(done.length, all.length);
}

function useSteps({ state }: AddHosts): StepperStep[] {
  const { steps, notes } = useMessages().addHosts;
  const current = ADD_STEPS.indexOf(state.step);
  const answered = state.candidates.filter((c) => fingerprintOf(c.probe) !== null).length;
  const agreed = confirmed(state).length;
  const note: Record<AddStep, string> = {
    addresses: answered > 0 && current > 0 ? notes.answered(answered) : notes.addresses,
    identity: current > 1 ? notes.confirmed(agreed, answered) : notes.identity,
    access: current > 2 ? notes[state.access.kind] : notes.access,
    facts: notes.facts,
  };
  return ADD_STEPS.map((id, index) => ({
    id,
    title: steps[id],
    note: note[id],
    done: index < current,
  }));
}

/** The button at the foot, and why it cannot be pressed yet. */
function useWayOn(hosts: AddHosts, rows: readonly HostRow[]): WayOn | undefined {
  const words = useMessages().addHosts;
  const router = useRouter();
  const { state, dispatch } = hosts;
  const chosen = confirmed(state);
  switch (state.step) {
    case "addresses": {
      const { targets, ...why } = targetsOf(state, rows, words.addresses);
      return { label: words.addresses.read, ...why, act: () => hosts.probe.run(targets) };
    }
    case "identity": {
      const going = pending(chosen);
      return {
        label: words.identity.continueWith(going.map(labelOf)),
        hint: going.length === 0 ? words.identity.none : undefined,
        act: () => dispatch({ type: "go", step: "access" }),
      };
    }
    case "access":
      return {
        label: words.access.add(pending(chosen).length),
        hint: missingHint(state, words.access),
        act: () => hosts.add(pending(chosen)),
      };
    case "facts": {
      const busy = chosen.some(({ run }) => run.state === "working" || run.state === "idle");
      return {
        label: words.facts.toHosts,
        hint: busy ? words.facts.stillRunning : undefined,
        act: () => router.push(PLACES.hosts),
      };
    }
  }
}

type Words = ReturnType<typeof useMessages>["addHosts"];

function targetsOf(state: AddHosts["state"], rows: readonly HostRow[], words: Words["addresses"]) {
  const user = state.user.trim();
  if (state.mode === "scan") {
    const targets = wantedOf(state, rows).map(({ address, port }) => ({ address, port, user }));
    const none = targets.length === 0 ? words.noneChosen : undefined;
    return { targets, hint: user === "" ? words.noUser : none };
  }
  const { targets, problems } = parsedOf(state);
  if (problems.length > 0) return { targets, obstacle: words.linesNeedYou(problems.length) };
  return { targets, hint: targets.length === 0 ? words.none : undefined };
}

function missingHint(state: AddHosts["state"], words: Words["access"]): string | undefined {
  const waiting = pending(confirmed(state)).map((candidate) => candidate.access ?? state.access);
  const missing = waiting.map(missingAccess).find((field) => field !== null) ?? null;
  if (missing === null) return undefined;
  const texts = {
    password: words.none,
    privateKey: words.noneKey,
    passphrase: words.none,
    sudoPassword: words.noneSudo,
  };
  return texts[missing];
}

/** Where one may go once the hosts are here. */
function Onward() {
  const words = useMessages().addHosts.facts;
  const forCluster = useSearchParams().get("for") === "cluster";
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <ButtonLink href={`${PLACES.newCluster}?step=hosts`}>
        {forCluster ? words.backToCluster : words.toCluster}
      </ButtonLink>
    </div>
  );
}

function NextAside() {
  const words = useMessages().addHosts.next;
  const lines = [
    { icon: Lock, text: words.password },
    { icon: KeyRound, text: words.key },
    { icon: ListChecks, text: words.facts },
  ];
  return (
    <aside className="border-l border-line pl-6">
      <h3 className="text-sm">{words.title}</h3>
      <ol className="mt-2.5 grid gap-2.5 text-sm text-muted">
        {lines.map((line) => (
          <li key={line.text} className="grid grid-cols-[16px_1fr] gap-2.5">
            <Icon of={line.icon} className="mt-0.5" />
            {line.text}
          </li>
        ))}
      </ol>
    </aside>
  );
}
