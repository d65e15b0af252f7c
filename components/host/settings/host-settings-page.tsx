"use client";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useHosts } from "@/components/host/use-hosts";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { SettingsForm } from "./settings-form";
import { useHostSettings } from "./use-host-settings";

/** A host's own settings, as it tells now. */
export function HostSettingsPage(props: { hostId: string }) {
  const { hostId } = props;
  const m = useMessages();
  const words = m.hostSettings;
  const row = useHosts().data?.find(({ id }) => id === hostId);
  const settings = useHostSettings(hostId);
  const name = row?.name ?? "…";
  return (
    <>
      <Breadcrumb
        items={[
          { label: m.common.hosts, href: PLACES.hosts },
          { label: name, href: `${PLACES.hosts}?host=${hostId}` },
          { label: words.crumb },
        ]}
      />
      <PageHead
        title={words.title(name)}
        facts={words.facts(name)}
        actions={
          <Button busy={settings.isFetching} onClick={() => void settings.refetch()}>
            {words.readAgain}
          </Button>
        }
      />
      {settings.error !== null && (
        <ProblemCard
          className="mb-4"
          problem={problemOf(settings.error)}
          actions={
            <>
              <Button size="sm" busy={settings.isFetching} onClick={() => void settings.refetch()}>
                {words.readAgain}
              </Button>
              <ButtonLink size="sm" look="ghost" href={PLACES.hosts}>
                {words.back}
              </ButtonLink>
            </>
          }
        />
      )}
      {row && settings.data && (
        <SettingsForm key={settings.dataUpdatedAt} row={row} now={settings.data} />
      )}
      {settings.isPending && (
        <Card>
          <CardBody>
            <SkeletonLines lines={6} label={words.reading} />
          </CardBody>
        </Card>
      )}
    </>
  );
}
