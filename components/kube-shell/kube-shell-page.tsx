"use client";
import { SquareTerminal } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useCluster } from "@/components/cluster/use-cluster";
import { useMessages } from "@/components/hooks/use-messages";
import { logsHref } from "@/components/kube-logs/log-links";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Select } from "@/components/ui/select";
import { SHELLS } from "@/lib/schemas/terminal";
import { ShellScreen } from "./shell-screen";

const isShell = (value: string | null): value is (typeof SHELLS)[number] =>
  SHELLS.some((shell) => shell === value);

/** A shell in one container; its address says which, and which terminal it came back to. */
export function KubeShellPage(props: { clusterId: string }) {
  const { clusterId } = props;
  const m = useMessages();
  const params = useSearchParams();
  const { data: cluster } = useCluster(clusterId);
  const asked = params.get("shell");
  const shell = isShell(asked) ? asked : "auto";
  const place = {
    clusterId,
    namespace: params.get("namespace") ?? "",
    pod: params.get("pod") ?? "",
    container: params.get("container") ?? "",
  };
  const crumbs = [
    { label: m.common.clusters, href: "/clusters" },
    { label: cluster?.name ?? "…", href: `/clusters/${clusterId}/pods` },
    { label: m.terminal.tab },
  ];
  const choose = (value: string) => {
    const next = new URLSearchParams({ ...place, shell: value });
    next.delete("clusterId");
    window.history.replaceState(null, "", `?${next.toString()}`);
  };
  if (place.container === "")
    return (
      <Card>
        <Breadcrumb items={crumbs} />
        <EmptyState icon={SquareTerminal} title={m.terminal.noneTitle}>
          {m.terminal.noneBody}
        </EmptyState>
      </Card>
    );
  return (
    <>
      <Breadcrumb items={crumbs} />
      <PageHead
        title={m.terminal.title(place.pod)}
        facts={m.terminal.facts(place.namespace)}
        actions={<ButtonLink href={logsHref(place)}>{m.kubeLogs.tab}</ButtonLink>}
      />
      <ShellScreen
        key={`${place.pod}/${place.container}/${shell}`}
        name={m.terminal.screen(place.pod)}
        opening={{ event: "shell.open", input: { ...place, shell } }}
        choice={
          <Select
            aria-label={m.terminal.shell}
            value={shell}
            onChange={(event) => choose(event.target.value)}
            options={SHELLS.map((value) => ({ value, label: m.terminal.shells[value] }))}
            className="w-[160px]"
          />
        }
      />
    </>
  );
}
