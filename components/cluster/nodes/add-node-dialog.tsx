"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useHosts } from "@/components/host/use-hosts";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { Select } from "@/components/ui/select";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { BuiltCluster } from "@/lib/schemas/cluster";
import type { HostRow } from "@/lib/schemas/host";
import { planHref } from "@/lib/schemas/operation-param";

/** What this dialog needs of a host. */
/** A host and its role; then the plan. */
export function AddNodeDialog(props: { cluster: BuiltCluster; onClose: () => void }) {
  const { cluster, onClose } = props;
  const m = useMessages();
  const words = m.cluster.addNode;
  const router = useRouter();
  const hosts = useHosts();
  const free = hosts.data?.filter(({ clusterId }) => clusterId === null);
  const [chosen, setChosen] = useState("");
  const [role, setRole] = useState<"agent" | "server">("agent");
  const hostId = chosen || free?.[0]?.id;
  const go = () => {
    if (hostId !== undefined) router.push(planHref(cluster.id, { kind: "add-host", hostId, role }));
  };
  return (
    <Dialog
      open
      width="sm"
      onClose={onClose}
      title={words.title}
      description={words.intro}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button look="primary" onClick={go} disabled={hostId === undefined}>
            {words.submit}
          </Button>
        </>
      }
    >
      {hosts.error && <ProblemCard problem={problemOf(hosts.error)} />}
      {hosts.isPending && <SkeletonLines lines={2} label={m.ui.loading} />}
      {free?.length === 0 && (
        <Note
          tone="info"
          title={words.noHosts}
          actions={<ButtonLink href="/hosts/add">{words.addHosts}</ButtonLink>}
        />
      )}
      {free !== undefined && free.length > 0 && (
        <Choices
          hosts={free}
          hostId={hostId}
          role={role}
          single={cluster.spec.topology === "single-server"}
          onHost={setChosen}
          onRole={setRole}
        />
      )}
    </Dialog>
  );
}

function Choices(props: {
  hosts: readonly HostRow[];
  hostId: string | undefined;
  role: "agent" | "server";
  single: boolean;
  onHost: (id: string) => void;
  onRole: (role: "agent" | "server") => void;
}) {
  const words = useMessages().cluster.addNode;
  const { hosts, hostId, role, single, onHost, onRole } = props;
  return (
    <div className="grid gap-3.5">
      <Field label={words.host}>
        <Select
          value={hostId}
          onChange={(event) => onHost(event.target.value)}
          options={hosts.map(({ id, name, address }) => ({
            value: id,
            label: `${name} · ${address}`,
          }))}
        />
      </Field>
      <Field label={words.role} help={single ? words.singleOnly : undefined}>
        <Select
          value={role}
          onChange={(event) => onRole(event.target.value === "server" ? "server" : "agent")}
          options={[
            { value: "agent", label: words.roles.agent },
            { value: "server", label: words.roles.server, disabled: single },
          ]}
        />
      </Field>
    </div>
  );
}
