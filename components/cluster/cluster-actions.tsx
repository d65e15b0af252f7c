"use client";
import { Download, Plus, Rocket } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { AdoptedMenu } from "@/components/adopt/adopted-menu";
import { useMessages } from "@/components/hooks/use-messages";
import { ConsoleButton } from "@/components/kube-console/console-button";
import { deployHref } from "@/components/kube-change/links";
import { OpeningsButton } from "@/components/open-service/openings-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { BuiltMenu } from "./built-menu";
import { useClusterPalette } from "./use-cluster-palette";
import { useMay } from "./use-may";
import { useMayIn } from "./use-may-in";

const KubeconfigDialog = dynamic(
  () => import("./kubeconfig/kubeconfig-dialog").then((part) => part.KubeconfigDialog),
  { ssr: false },
);
const AddNodeDialog = dynamic(
  () => import("./nodes/add-node-dialog").then((part) => part.AddNodeDialog),
  { ssr: false },
);

/** What can be done with a whole cluster. Every change goes through its plan. */
export function ClusterActions(props: { cluster: ClusterRow }) {
  const { cluster } = props;
  const { cluster: area, deploy } = useMessages();
  const words = area.actions;
  const [dialog, setDialog] = useState<"kubeconfig" | "add" | null>(null);
  const isBuilt = cluster.origin === "built";
  const mayChange = useMay("jobs:write") && isBuilt;
  const mayAdopt = useMay("clusters:adopt");
  const mayConnect = useMayIn(cluster.id, "kubeconfig:create");
  const mayDeploy = useMayIn(cluster.id, "kube:write");
  const close = () => setDialog(null);
  useClusterPalette(cluster, mayChange);
  return (
    <>
      <OpeningsButton clusterId={cluster.id} />
      {mayConnect && (
        <Button icon={Download} onClick={() => setDialog("kubeconfig")}>
          {words.kubeconfig}
        </Button>
      )}
      <ConsoleButton cluster={cluster} />
      {mayDeploy && (
        <ButtonLink icon={Rocket} href={deployHref(cluster.id)}>
          {deploy.button}
        </ButtonLink>
      )}
      {mayAdopt && !isBuilt && <AdoptedMenu cluster={cluster} />}
      {mayChange && (
        <>
          <BuiltMenu cluster={cluster} />
          <Button look="primary" icon={Plus} onClick={() => setDialog("add")}>
            {words.addNode}
          </Button>
        </>
      )}
      {dialog === "kubeconfig" && <KubeconfigDialog cluster={cluster} onClose={close} />}
      {dialog === "add" && isBuilt && <AddNodeDialog cluster={cluster} onClose={close} />}
    </>
  );
}
