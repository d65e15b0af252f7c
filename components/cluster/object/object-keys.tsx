"use client";
import { useMutation } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { ProblemCard } from "@/components/ui/problem-card";
import type { ObjectDetail, RevealedSecret, RevealedValue } from "@/lib/schemas/kube-object";
import { useMayIn } from "../use-may-in";

/** Keys of a config map or secret with their sizes; a secret's values only on request. */
export function ObjectKeys(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const words = useMessages().cluster.object.keys;
  const format = useFormat();
  const mayReveal = useMayIn(clusterId, "kube:reveal") && detail.actions.includes("reveal");
  const { namespace, name } = detail.ref;
  const reveal = useMutation({
    mutationFn: () =>
      api.post<RevealedSecret>(`/clusters/${clusterId}/objects/reveal`, { namespace, name }),
    gcTime: 0,
  });
  const values = new Map(reveal.data?.values.map((value) => [value.key, value]));
  return (
    <Card>
      <CardHead
        title={words.title}
        end={
          mayReveal &&
          (reveal.data === undefined ? (
            <Button
              size="sm"
              icon={Eye}
              busy={reveal.isPending}
              title={words.revealHelp}
              onClick={() => reveal.mutate()}
            >
              {words.reveal}
            </Button>
          ) : (
            <Button size="sm" icon={EyeOff} onClick={() => reveal.reset()}>
              {words.hide}
            </Button>
          ))
        }
      />
      <CardBody className="grid gap-2 text-sm">
        {reveal.error && <ProblemCard problem={problemOf(reveal.error)} />}
        {reveal.data && <p className="text-xs text-muted">{words.revealed}</p>}
        {detail.keys?.map(({ key, bytes }) => (
          <div key={key} className="min-w-0">
            <p className="flex gap-3">
              <span className="min-w-0 flex-1 font-name break-all">{key}</span>
              <span className="num text-xs text-muted">{format.bytes(bytes)}</span>
            </p>
            <Value value={values.get(key)} />
          </div>
        ))}
      </CardBody>
    </Card>
  );
}

function Value({ value }: { value: RevealedValue | undefined }) {
  const words = useMessages().cluster.object.keys;
  if (value === undefined) return null;
  if (value.text === null) return <p className="text-xs text-muted">{words.binary}</p>;
  return (
    <div className="relative mt-1 rounded-md border border-line bg-sunken">
      <pre className="overflow-x-auto px-3 py-2 pr-10 text-xs">{value.text}</pre>
      <CopyButton text={value.text} what={value.key} className="absolute top-1 right-1" />
    </div>
  );
}
