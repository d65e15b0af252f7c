"use client";
import { Route, Zap } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemCard } from "@/components/ui/problem-card";
import { Select } from "@/components/ui/select";
import { AddressInput } from "./address-input";
import { SectionHead } from "./section-head";
import { useSiteEditor } from "./site-editor";
import { TraceResult } from "./trace-result";
import { type TraceWish, useTrace } from "./use-trace";

const PROTOCOLS = ["tcp", "udp", "icmp-echo"] as const;

/** One packet: may it arrive, over which way, and which rule says so; then the proof. */
export function TracePage() {
  const { site, mayEdit } = useSiteEditor();
  const words = useMessages().network.trace;
  const { ask, prove } = useTrace(site.id);
  const [wish, set] = useWish();
  const result = prove.data ?? ask.data;
  const failure = prove.error ?? ask.error;
  const trace = (event: FormEvent) => {
    event.preventDefault();
    prove.reset();
    ask.mutate(wish);
  };
  const fields = failure === null ? {} : (problemOf(failure).fields ?? {});
  return (
    <>
      <SectionHead text={words.body} />
      <TraceForm wish={wish} set={set} fields={fields} busy={ask.isPending} onSubmit={trace} />
      {failure !== null && Object.keys(fields).length === 0 && (
        <ProblemCard problem={problemOf(failure)} className="mb-4" />
      )}
      {result === undefined ? (
        <Card className="px-4 py-8 text-center text-sm text-muted">{words.nothing}</Card>
      ) : (
        <TraceResult
          result={result}
          action={
            mayEdit && (
              <Button
                icon={Zap}
                busy={prove.isPending}
                onClick={() => ask.variables && prove.mutate(ask.variables)}
              >
                {prove.data === undefined ? words.prove : words.proveAgain}
              </Button>
            )
          }
        />
      )}
    </>
  );
}

function TraceForm(props: {
  wish: TraceWish;
  set: (patch: Partial<TraceWish>) => void;
  fields: Readonly<Record<string, string>>;
  busy: boolean;
  onSubmit: (event: FormEvent) => void;
}) {
  const { wish, set, fields, busy, onSubmit } = props;
  const words = useMessages().network.trace;
  const isPing = wish.protocol === "icmp-echo";
  return (
    <form
      onSubmit={onSubmit}
      noValidate
      className="mb-4 grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_120px_110px_auto]"
    >
      <Field label={words.from} problem={fields.from}>
        <AddressInput value={wish.from} onChange={(from) => set({ from })} />
      </Field>
      <Field label={words.to} problem={fields.to}>
        <AddressInput value={wish.to} onChange={(to) => set({ to })} />
      </Field>
      <Field label={words.protocol}>
        <Select
          value={wish.protocol}
          options={PROTOCOLS.map((value) => ({ value, label: words.protocols[value] }))}
          onChange={(event) =>
            set({ protocol: PROTOCOLS.find((each) => each === event.target.value) ?? "tcp" })
          }
        />
      </Field>
      <Field label={words.port} problem={fields.port}>
        <Input
          inputMode="numeric"
          disabled={isPing}
          value={isPing ? "" : wish.port}
          onChange={(event) => set({ port: event.target.value })}
        />
      </Field>
      <Button type="submit" look="primary" icon={Route} busy={busy} className="sm:mt-[25px]">
        {words.trace}
      </Button>
    </form>
  );
}

/** What is asked: from the address at first, then as typed. */
function useWish() {
  const { site } = useSiteEditor();
  const asked = useSearchParams();
  const first = site.hosts[0]?.address ?? "";
  const second = site.hosts[1]?.address ?? "";
  const [wish, setWish] = useState<TraceWish>({
    from: asked.get("from") ?? first,
    to: asked.get("to") ?? second,
    protocol: PROTOCOLS.find((each) => each === asked.get("protocol")) ?? "tcp",
    port: asked.get("port") ?? "22",
  });
  const set = (patch: Partial<TraceWish>) => setWish((old) => ({ ...old, ...patch }));
  return [wish, set] as const;
}
