"use client";
import { useSearchParams } from "next/navigation";
import { useHosts } from "@/components/host/use-hosts";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { Select } from "@/components/ui/select";
import { ShellScreen } from "./shell-screen";

/** A login shell on a host: the panel's user, and root only when that is chosen. */
export function HostShellPage(props: { hostId: string }) {
  const { hostId } = props;
  const m = useMessages();
  const words = m.terminal;
  const asRoot = useSearchParams().get("as") === "root";
  const name = useHosts().data?.find(({ id }) => id === hostId)?.name ?? "…";
  const choose = (value: string) =>
    window.history.replaceState(null, "", value === "root" ? "?as=root" : window.location.pathname);
  return (
    <>
      <Breadcrumb
        items={[{ label: m.common.hosts, href: "/hosts" }, { label: name }, { label: words.tab }]}
      />
      <PageHead title={words.hostTitle(name)} facts={words.hostFacts(asRoot)} />
      <ShellScreen
        key={String(asRoot)}
        name={words.screen(name)}
        opening={{ event: "shell.open-host", input: { hostId, asRoot } }}
        choice={
          <Select
            aria-label={words.as}
            value={asRoot ? "root" : "user"}
            onChange={(event) => choose(event.target.value)}
            options={[
              { value: "user", label: words.asUser },
              { value: "root", label: words.asRoot },
            ]}
            className="w-[200px]"
          />
        }
      />
    </>
  );
}
