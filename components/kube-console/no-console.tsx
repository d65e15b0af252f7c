"use client";
import { Download, SquareTerminal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMayIn } from "@/components/cluster/use-may-in";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import type { ClusterRow } from "@/lib/schemas/cluster";

const KubeconfigDialog = dynamic(
  () =>
    import("@/components/cluster/kubeconfig/kubeconfig-dialog").then(
      (part) => part.KubeconfigDialog,
    ),
  { ssr: false },
);

/** A cluster without hosts of the panel's: kubectl runs elsewhere, and this is how. */
export function NoConsole({ cluster }: { cluster: ClusterRow }) {
  const words = useMessages().kubeConsole;
  const mayConnect = useMayIn(cluster.id, "kubeconfig:create");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PageHead title={words.title(cluster.name)} />
      <Card>
        <EmptyState
          icon={SquareTerminal}
          title={words.noHostsTitle}
          className="pb-6"
          action={
            mayConnect && (
              <Button look="primary" icon={Download} onClick={() => setOpen(true)}>
                {words.download}
              </Button>
            )
          }
        >
          {words.noHostsBody(cluster.name)}
        </EmptyState>
        <div className="mx-auto grid max-w-[72ch] gap-2 px-6 pb-8">
          <p className="text-sm text-muted">{words.try}</p>
          <CodeBlock text={words.line(cluster.name)} what={words.tab} />
        </div>
      </Card>
      {isOpen && <KubeconfigDialog cluster={cluster} onClose={() => setOpen(false)} />}
    </>
  );
}
