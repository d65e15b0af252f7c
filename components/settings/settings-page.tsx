"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { useHydrated } from "@/components/hooks/use-hydrated";
import { useSession } from "@/components/hooks/use-session";
import { setSingleKeys, useSingleKeys } from "@/components/shell/single-keys";
import { setDensity, toggleTheme, useDark, useDensity } from "@/components/shell/theme";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Segmented } from "@/components/ui/segmented";
import { Switch } from "@/components/ui/switch";
import { PasswordCard } from "./password-card";

/** How the panel looks and listens in this browser, and one's own password. */
export function SettingsPage(props: { leastLength: number }) {
  const m = useMessages();
  const words = m.settings;
  const singleKeys = useSingleKeys();
  return (
    <div className="max-w-[760px]">
      <PageHead title={words.title} facts={words.facts} />
      <Card className="mb-4">
        <CardHead title={words.look} />
        <CardBody className="grid gap-3">
          <Look />
        </CardBody>
      </Card>
      <Card className="mb-4">
        <CardHead title={words.keys} />
        <CardBody>
          <Switch checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)}>
            {m.shell.keys.enabled}
            <span className="block text-xs text-muted">{m.shell.keys.enabledHelp}</span>
          </Switch>
        </CardBody>
      </Card>
      <PasswordCard leastLength={props.leastLength} />
      <KitLink />
    </div>
  );
}

function Look() {
  const m = useMessages();
  const dark = useDark();
  const density = useDensity();
  const words = m.shell.density;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        {m.settings.theme}
        <Segmented
          label={m.settings.theme}
          value={dark ? "dark" : "light"}
          onChange={(id) => (id === "dark") !== dark && toggleTheme()}
          segments={[
            { id: "light", label: m.settings.light },
            { id: "dark", label: m.settings.dark },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        {words.label}
        <Segmented
          label={words.label}
          value={density}
          onChange={setDensity}
          segments={[
            { id: "compact", label: words.compact },
            { id: "normal", label: words.normal },
            { id: "roomy", label: words.roomy },
          ]}
        />
      </div>
    </>
  );
}

function KitLink() {
  const words = useMessages().settings;
  const role = useSession().data?.user?.role;
  if (!useHydrated() || role !== "administrator") return null;
  return (
    <p className="text-xs text-muted">
      {words.kit}.{" "}
      <a href="/kit" className="link">
        {words.kitOpen}
      </a>
    </p>
  );
}
