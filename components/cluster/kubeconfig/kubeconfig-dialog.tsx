"use client";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { useSession } from "@/components/hooks/use-session";
import { saveText } from "@/components/log/save-text";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { Select } from "@/components/ui/select";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { ThroughPanel } from "./through-panel";
import type { KubeconfigGrant, KubeconfigInput } from "@/lib/schemas/kube";

const HOURS = [1, 4, 8, 24];
const DEFAULT_HOURS = 8;

const WAYS = ["panel", "direct"] as const;

/** A kubeconfig of one's own: through the panel, or straight to the API; then the file and a line to try. */
export function KubeconfigDialog(props: { cluster: ClusterRow; onClose: () => void }) {
  const { cluster, onClose } = props;
  const words = useMessages().cluster.kubeconfig;
  const ways = useMessages().kubeconfigs;
  const role = useSession().data?.user?.role;
  const [way, setWay] = useState<(typeof WAYS)[number]>("panel");
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title(cluster.name)}
      description={words.intro}
      foot={<Button onClick={onClose}>{words.close}</Button>}
    >
      <div className="grid gap-4">
        {cluster.origin === "built" && (
          <div role="group" aria-label={ways.way} className="flex flex-wrap gap-2">
            {WAYS.map((each) => (
              <Chip key={each} on={way === each} onClick={() => setWay(each)}>
                {ways.ways[each]}
              </Chip>
            ))}
          </div>
        )}
        <p className="text-sm">{ways.about[way]}</p>
        {way === "panel" ? <ThroughPanel clusterId={cluster.id} /> : <Direct cluster={cluster} />}
        {role !== undefined && (
          <div className="text-sm">
            <p className="font-label">{words.can}</p>
            <p>{words.roles[role]}</p>
            <p className="mt-1 text-xs text-muted">{words.audited}</p>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** A ServiceAccount's token, straight to the API: it ends by itself, within a day. */
function Direct({ cluster }: { cluster: ClusterRow }) {
  const words = useMessages().cluster.kubeconfig;
  const [ttlHours, setHours] = useState(DEFAULT_HOURS);
  const create = useMutation({
    mutationFn: (input: KubeconfigInput) =>
      api.post<KubeconfigGrant>(`/clusters/${cluster.id}/kubeconfig`, input),
    onSuccess: ({ fileName, yaml }) => saveText(fileName, yaml),
  });
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-[1fr_auto] items-end gap-3 max-sm:grid-cols-1">
        <Field label={words.works}>
          <Select
            value={String(ttlHours)}
            onChange={(event) => setHours(Number(event.target.value))}
            options={HOURS.map((hours) => ({ value: String(hours), label: words.hours(hours) }))}
          />
        </Field>
        <Button
          look={create.data ? "secondary" : "primary"}
          icon={Download}
          busy={create.isPending}
          onClick={() => create.mutate({ ttlHours })}
        >
          {create.data ? words.again : words.submit}
        </Button>
      </div>
      {create.error && <ProblemCard problem={problemOf(create.error)} />}
      {create.data && <Granted grant={create.data} />}
    </div>
  );
}

function Granted(props: { grant: KubeconfigGrant }) {
  const { fileName, expiresAt } = props.grant;
  const words = useMessages().cluster.kubeconfig;
  const format = useFormat();
  const nowMs = useNow(60_000);
  return (
    <div className="grid gap-2">
      <Note tone="ok" title={words.ready(fileName)}>
        {words.ends(format.dateTime(Date.parse(expiresAt), nowMs))}
      </Note>
      <p className="text-sm font-label">{words.tryIt}</p>
      <CodeBlock text={words.command(fileName)} what={words.commandName} />
    </div>
  );
}
