"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemCard } from "@/components/ui/problem-card";
import { toast } from "@/components/ui/toast";
import type { Forgotten } from "@/lib/schemas/adopt";
import type { AdoptedCluster } from "@/lib/schemas/cluster";

/** Forgets an adopted cluster, after its name was typed. */
export function ForgetDialog(props: { cluster: AdoptedCluster; onClose: () => void }) {
  const { cluster, onClose } = props;
  const words = useMessages().adopt.forget;
  const router = useRouter();
  const client = useQueryClient();
  const { name } = cluster;
  const forgetting = useMutation({
    mutationFn: () =>
      api.delete<Forgotten>(
        `/clusters/${cluster.id}/adopted?confirmName=${encodeURIComponent(name)}`,
      ),
    onSuccess: async ({ removed, left }) => {
      router.push(PLACES.clusters);
      if (left.length > 0) toast.warn({ title: words.done(name), body: words.left(left) });
      else toast.done({ title: words.done(name), body: words.removed(removed.length) });
      await client.invalidateQueries({ queryKey: ["clusters"] });
    },
  });
  return (
    <ConfirmDialog
      open
      icon={Unplug}
      question={words.question(name)}
      happens={words.happens}
      takes={[
        {
          icon: KeyRound,
          title: words.kubeconfigs,
          detail: words.kubeconfigsDetail,
          verdict: words.ends,
          tone: "warn",
        },
      ]}
      typed={{ name, because: words.because }}
      verb={words.verb(name)}
      busy={forgetting.isPending}
      onConfirm={() => forgetting.mutate()}
      onKeep={onClose}
    >
      {forgetting.error && <ProblemCard problem={problemOf(forgetting.error)} />}
    </ConfirmDialog>
  );
}
