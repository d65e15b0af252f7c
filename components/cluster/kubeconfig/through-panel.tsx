"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { saveText } from "@/components/log/save-text";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { Select } from "@/components/ui/select";
import type { KubeTokenGrant, KubeTokenInput, KubeTokenRow } from "@/lib/schemas/kube-token";

const DAYS = [1, 7, 30, 90, 365];
const DEFAULT_DAYS = 30;
const MINUTE_MS = 60_000;

const keyOf = (clusterId: string) => ["kubeconfigs", clusterId];

/** A kubeconfig that goes through the panel: made here, listed here, ended here. */
export function ThroughPanel(props: { clusterId: string }) {
  const { clusterId } = props;
  const words = useMessages().kubeconfigs;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [days, setDays] = useState(DEFAULT_DAYS);
  const create = useMutation({
    mutationFn: (input: KubeTokenInput) =>
      api.post<KubeTokenGrant>(`/clusters/${clusterId}/kubeconfigs`, input),
    onSuccess: ({ fileName, yaml }) => {
      saveText(fileName, yaml);
      void client.invalidateQueries({ queryKey: keyOf(clusterId) });
    },
  });
  const { works, submit } = useMessages().cluster.kubeconfig;
  return (
    <div className="grid gap-4">
      <form
        className="grid grid-cols-[1fr_140px_auto] items-end gap-3 max-sm:grid-cols-1"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name: name.trim() || words.wherePlaceholder, days });
        }}
      >
        <Field label={words.where}>
          <Input
            value={name}
            maxLength={60}
            placeholder={words.wherePlaceholder}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={works}>
          <Select
            value={String(days)}
            onChange={(event) => setDays(Number(event.target.value))}
            options={DAYS.map((each) => ({ value: String(each), label: words.days(each) }))}
          />
        </Field>
        <Button type="submit" look="primary" icon={Download} busy={create.isPending}>
          {submit}
        </Button>
      </form>
      {create.error && <ProblemCard problem={problemOf(create.error)} />}
      {create.data && <Made grant={create.data} />}
      <Tokens clusterId={clusterId} />
    </div>
  );
}

function Made({ grant }: { grant: KubeTokenGrant }) {
  const words = useMessages().cluster.kubeconfig;
  const { connects } = useMessages().kubeconfigs;
  return (
    <div className="grid gap-2">
      <Note tone="ok" title={words.ready(grant.fileName)}>
        {connects(grant.server)}
      </Note>
      <p className="text-sm font-label">{words.tryIt}</p>
      <CodeBlock text={words.command(grant.fileName)} what={words.commandName} />
    </div>
  );
}

function Tokens({ clusterId }: { clusterId: string }) {
  const words = useMessages().kubeconfigs;
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: keyOf(clusterId),
    queryFn: ({ signal }) =>
      api.get<{ tokens: readonly KubeTokenRow[] }>(`/clusters/${clusterId}/kubeconfigs`, {
        signal,
      }),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(`/clusters/${clusterId}/kubeconfigs/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(clusterId) }),
  });
  if (data === undefined || data.tokens.length === 0) return null;
  return (
    <section aria-label={words.list} className="grid gap-2">
      <h3 className="text-sm font-label">{words.list}</h3>
      {revoke.error && <ProblemCard problem={problemOf(revoke.error)} />}
      <ul className="grid divide-y divide-line rounded-md border border-line">
        {data.tokens.map((token) => (
          <Token
            key={token.id}
            token={token}
            busy={revoke.isPending && revoke.variables === token.id}
            onRevoke={() => revoke.mutate(token.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function Token(props: { token: KubeTokenRow; busy: boolean; onRevoke: () => void }) {
  const { token, busy, onRevoke } = props;
  const words = useMessages().kubeconfigs;
  const format = useFormat();
  const nowMs = useNow(MINUTE_MS);
  const { name, owner, lastUsedAt, lastAddress, expiresAt, openStreams } = token;
  const used =
    lastUsedAt === null
      ? words.never
      : words.usedFrom(format.relative(Date.parse(lastUsedAt), nowMs), lastAddress ?? "");
  return (
    <li className="flex items-center gap-3 px-3 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="truncate font-name">
          {name} <span className="font-normal text-muted">{owner.name}</span>
        </p>
        <p className="num text-xs text-muted">
          {words.facts(used, format.dateTime(Date.parse(expiresAt), nowMs))}
          {openStreams > 0 && ` ${words.open(openStreams)}`}
        </p>
      </div>
      <Button size="sm" busy={busy} aria-label={words.revokeNamed(name)} onClick={onRevoke}>
        {words.revoke}
      </Button>
    </li>
  );
}
