"use client";
import { Download, History } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { LogSourceRow } from "@/lib/schemas/kube-log";
import { SEVERITIES, SINCES, type LogAddress } from "./use-log-address";

const downloadHref = (clusterId: string, source: LogSourceRow, address: LogAddress): string => {
  const { namespace, previous, since } = address;
  const params = new URLSearchParams({
    ...{ namespace, pod: source.pod, container: source.container, previous: String(previous) },
    ...(/^\d+$/.test(since) ? { sinceSeconds: since } : {}),
  });
  return `/api/v1/clusters/${clusterId}/log?${params}`;
};

/** Which container, since when, how bad; the previous run where there was one. */
export function LogChoice(props: {
  clusterId: string;
  sources: readonly LogSourceRow[];
  address: LogAddress;
}) {
  const { clusterId, sources, address } = props;
  const words = useMessages().kubeLogs;
  const containers = [...new Set(sources.map(({ container }) => container))];
  const chosen = sources.filter(({ container }) => container === address.container);
  const [only] = sources.length === 1 ? sources : chosen;
  const mayHavePrevious = address.previous || sources.some(({ restarted }) => restarted);
  const select = "w-[168px] max-sm:w-[calc(50%-4px)]";
  return (
    <>
      {containers.length > 1 && (
        <Select
          aria-label={words.container}
          value={address.container}
          onChange={(event) => address.set({ container: event.target.value, line: "" })}
          options={[
            { value: "", label: words.allContainers },
            ...containers.map((name) => ({ value: name, label: name })),
          ]}
          className={select}
        />
      )}
      <Select
        aria-label={words.since}
        value={address.since}
        onChange={(event) => address.set({ since: event.target.value, line: "" })}
        options={SINCES.map((value) => ({ value, label: words.sinces[value] }))}
        className={select}
      />
      <Select
        aria-label={words.severity}
        value={address.severity}
        onChange={(event) => address.set({ severity: event.target.value })}
        options={SEVERITIES.map((value) => ({ value, label: words.severities[value] }))}
        className={select}
      />
      {mayHavePrevious && (
        <Chip
          icon={History}
          on={address.previous}
          onClick={() => address.set({ previous: address.previous ? "" : "true", line: "" })}
        >
          {words.previous}
        </Chip>
      )}
      {only !== undefined && <WholeLog href={downloadHref(clusterId, only, address)} />}
    </>
  );
}

function WholeLog({ href }: { href: string }) {
  const words = useMessages().kubeLogs;
  return (
    <a
      href={href}
      className="inline-flex items-center gap-1.5 rounded-xs text-xs text-muted hover:text-text hover:underline"
    >
      <Icon of={Download} size={13} />
      {words.whole}
    </a>
  );
}
