"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useReducer, useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useHosts } from "@/components/host/use-hosts";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { HostRow } from "@/lib/schemas/host";
import { reduceDraft, type Draft } from "./draft";
import { keepDraft } from "./draft-storage";
import { resolveDraft } from "./resolve-draft";
import { furthestStep, stepFrom, WIZARD_STEPS, type WizardStep } from "./steps";
import { useOffers } from "./use-offers";
import { wizardHosts } from "./wizard-host";

const NO_ROWS: readonly HostRow[] = [];

/** The wizard's state: decisions, what follows from them, the open step, and storing it in the panel. */
export function useWizard(initial: Draft) {
  const hosts = useHosts();
  const offers = useOffers();
  const [draft, dispatch] = useReducer(reduceDraft, initial);
  const rows = hosts.data ?? NO_ROWS;
  const inventory = useMemo(() => wizardHosts(rows, draft.clusterId), [rows, draft.clusterId]);
  const now = useMemo(() => resolveDraft(draft, inventory, offers), [draft, inventory, offers]);
  const store = useStore(draft.clusterId, (clusterId) => dispatch({ type: "stored", clusterId }));
  const [asked, setAsked] = useState<WizardStep>(() =>
    stepFrom(new URLSearchParams(window.location.search).get("step")),
  );
  // A step opens only when those before it are in order; while hosts are read, nothing is judged.
  const furthest = hosts.data ? furthestStep(now) : asked;
  const step =
    WIZARD_STEPS[Math.min(WIZARD_STEPS.indexOf(asked), WIZARD_STEPS.indexOf(furthest))] ??
    "topology";
  useEffect(() => keepDraft(draft.clusterId === null ? draft : null), [draft]);
  useEffect(() => setAddress(step, draft.clusterId), [step, draft.clusterId]);
  return { hosts, offers, inventory, now, dispatch, step, furthest, store, open: setAsked };
}

export type Wizard = ReturnType<typeof useWizard>;
/** What the roles and their advisor need of it. */
export type RolesWizard = Pick<Wizard, "now" | "dispatch">;

function setAddress(step: WizardStep, clusterId: string | null): void {
  const params = new URLSearchParams({ step });
  if (clusterId !== null) params.set("draft", clusterId);
  window.history.replaceState(null, "", `/clusters/new?${params.toString()}`);
}

/** Keeps the settings in the panel: a new draft the first time, the same one after that. */
function useStore(clusterId: string | null, onStored: (id: string) => void) {
  const client = useQueryClient();
  const store = useMutation({
    mutationFn: async (spec: ClusterSpec) => {
      const { cluster } = await (clusterId === null
        ? api.post<{ cluster: ClusterRow }>("/clusters", spec)
        : api.patch<{ cluster: ClusterRow }>(`/clusters/${clusterId}`, spec));
      return cluster;
    },
    onSuccess: (cluster) => {
      onStored(cluster.id);
      void client.invalidateQueries({ queryKey: ["clusters"] });
    },
  });
  return {
    run: store.mutateAsync,
    busy: store.isPending,
    problem: store.error ? problemOf(store.error) : null,
    reset: store.reset,
  };
}
