"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { clusterHref } from "@/components/cluster/cluster-links";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { AdoptInput } from "@/lib/schemas/adopt";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import { ChecksCard } from "./checks-card";
import { KubeconfigCard } from "./kubeconfig-card";
import { usePasted } from "./use-pasted";

/** Kubeconfig, checks, name: then the cluster is the panel's too. */
export function AdoptPage() {
  const m = useMessages();
  const words = m.adopt;
  const { intake, checks } = usePasted(null);
  const { isReady, input, chosen } = intake;
  const outcome = checks.run.data;
  return (
    <>
      <Breadcrumb
        items={[{ label: m.common.clusters, href: PLACES.clusters }, { label: words.title }]}
      />
      <PageHead title={words.title} facts={words.facts} />
      <div className="grid max-w-[820px] gap-4">
        <KubeconfigCard intake={intake} />
        {chosen !== undefined && chosen.obstacles.length === 0 && (
          <ChecksCard
            checks={checks}
            disabled={!isReady}
            onCheck={() => checks.run.mutate(input)}
          />
        )}
        {outcome?.isUsable === true && (
          <NameCard key={outcome.suggestedName} suggested={outcome.suggestedName} input={input} />
        )}
      </div>
    </>
  );
}

function NameCard(props: { suggested: string; input: Omit<AdoptInput, "name"> }) {
  const words = useMessages().adopt;
  const router = useRouter();
  const client = useQueryClient();
  const [name, setName] = useState(props.suggested);
  const adopting = useMutation({
    mutationFn: (input: AdoptInput) =>
      api.post<{ cluster: AdoptedCluster }>("/clusters/adopt", input),
    onSuccess: async ({ cluster }) => {
      await client.invalidateQueries({ queryKey: ["clusters"] });
      router.push(clusterHref(cluster.id, "overview"));
    },
  });
  const problem = adopting.error ? problemOf(adopting.error) : null;
  return (
    <Card>
      <CardHead title={words.nameTitle} />
      <CardBody className="grid gap-3">
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            adopting.mutate({ ...props.input, name });
          }}
        >
          <Field label={words.nameLabel} help={words.nameHelp} problem={problem?.fields?.name}>
            <Input
              value={name}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              className="max-w-80"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          {problem !== null && problem.fields?.name === undefined && (
            <ProblemCard problem={problem} />
          )}
          <Button
            type="submit"
            look="primary"
            busy={adopting.isPending || adopting.isSuccess}
            className="justify-self-start max-sm:justify-self-stretch"
          >
            {words.submit}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
