"use client";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { Select } from "@/components/ui/select";
import { SkeletonLines } from "@/components/ui/skeleton";
import {
  OPEN_SCHEMES,
  type OpeningRow,
  type OpenScheme,
  type OpenTarget,
  type PortOffer,
  type PortOffers,
} from "@/lib/schemas/opening";
import { enterHref, kubectlLine } from "./open-target";
import { EnterLink, OpeningList } from "./opening-list";
import { useOpen, useOpenings, usePortOffers } from "./use-openings";

interface Place {
  readonly clusterId: string;
  readonly target: OpenTarget;
}

/** Asks which port, opens it in a new tab, and says what else is open. */
export function OpenDialog(props: Place & { onClose: () => void }) {
  const { clusterId, target, onClose } = props;
  const words = useMessages().openService;
  const { ui } = useMessages();
  const offers = usePortOffers(clusterId, target);
  return (
    <Dialog open onClose={onClose} title={words.title(target.name)} description={words.intro}>
      {offers.isPending && <SkeletonLines label={ui.loading} />}
      {offers.error && (
        <ProblemCard
          problem={problemOf(offers.error)}
          actions={<Button onClick={() => void offers.refetch()}>{ui.tryNow}</Button>}
        />
      )}
      {offers.data && isEmpty(offers.data) && <Note tone="warn" title={words.noServicePorts} />}
      {offers.data && !isEmpty(offers.data) && (
        <Choice {...{ clusterId, target, onClose }} offers={offers.data} />
      )}
      <Others clusterId={clusterId} />
    </Dialog>
  );
}

/** Nothing to choose, and nothing that may be written instead. */
const isEmpty = ({ ports, other }: PortOffers): boolean => ports.length === 0 && !other;

const OTHER = "other";

const portOf = (text: string): number | null => {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null;
};

function Choice(props: Place & { offers: PortOffers; onClose: () => void }) {
  const { clusterId, target, offers, onClose } = props;
  const words = useMessages().openService;
  const [chosen, setChosen] = useState(String(offers.ports[0]?.port ?? OTHER));
  const [typed, setTyped] = useState("");
  const [wished, setScheme] = useState<OpenScheme | null>(null);
  const open = useOpen(clusterId);
  const port = portOf(chosen === OTHER ? typed : chosen);
  const offered = offers.ports.find((each) => each.port === port);
  const scheme = wished ?? offered?.scheme ?? "http";
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (port !== null) open.mutate({ ...target, port, scheme });
      }}
    >
      <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
        <PortField {...{ target, offers, chosen, typed }} onChoose={setChosen} onType={setTyped} />
        <SchemeField scheme={scheme} onChoose={setScheme} />
      </div>
      {open.error && <ProblemCard problem={problemOf(open.error)} />}
      {open.data && <Opened clusterId={clusterId} opening={open.data} />}
      {port !== null && (
        <div className="grid gap-1">
          <p className="text-xs text-muted">{words.kubectl}</p>
          <CodeBlock text={kubectlLine(target, port)} what={words.kubectlWhat} />
        </div>
      )}
      <div className="flex justify-end gap-2 max-sm:flex-col-reverse">
        <Button onClick={onClose}>{open.data ? words.close : words.cancel}</Button>
        <Button
          type="submit"
          look="primary"
          icon={ExternalLink}
          busy={open.isPending}
          disabled={port === null}
        >
          {port === null ? words.submitEmpty : words.submit(port)}
        </Button>
      </div>
    </form>
  );
}

function PortField(props: {
  target: OpenTarget;
  offers: PortOffers;
  chosen: string;
  typed: string;
  onChoose: (port: string) => void;
  onType: (text: string) => void;
}) {
  const { target, offers, chosen, typed, onChoose, onType } = props;
  const words = useMessages().openService;
  const label = ({ port, name, isPage }: PortOffer) => words.portOf(port, name, isPage);
  const options = [
    ...offers.ports.map((offer) => ({ value: String(offer.port), label: label(offer) })),
    ...(offers.other ? [{ value: OTHER, label: words.otherPort }] : []),
  ];
  return (
    <div className="grid gap-3">
      {offers.ports.length > 0 && (
        <Field label={words.port} help={target.kind === "Service" ? words.portHelp : undefined}>
          <Select
            value={chosen}
            options={options}
            onChange={(event) => onChoose(event.target.value)}
          />
        </Field>
      )}
      {chosen === OTHER && (
        <Field
          label={words.otherPortLabel}
          help={offers.ports.length === 0 ? words.noPorts : undefined}
        >
          <Input
            value={typed}
            inputMode="numeric"
            maxLength={5}
            autoFocus
            onChange={(event) => onType(event.target.value)}
          />
        </Field>
      )}
    </div>
  );
}

function SchemeField(props: { scheme: OpenScheme; onChoose: (scheme: OpenScheme) => void }) {
  const words = useMessages().openService;
  return (
    <div role="group" aria-label={words.scheme} className="grid content-start gap-[5px]">
      <p className="text-sm font-label">{words.scheme}</p>
      <div className="flex h-(--control) items-center gap-2">
        {OPEN_SCHEMES.map((each) => (
          <Chip key={each} on={props.scheme === each} onClick={() => props.onChoose(each)}>
            {words.schemes[each]}
          </Chip>
        ))}
      </div>
      <p className="text-xs text-muted">{words.schemeHelp[props.scheme]}</p>
    </div>
  );
}

function Opened(props: { clusterId: string; opening: OpeningRow }) {
  const { clusterId, opening } = props;
  const words = useMessages().openService;
  return (
    <Note
      tone="ok"
      title={words.opened(opening.origin)}
      actions={<EnterLink href={enterHref(clusterId, opening)} label={words.enter} />}
    >
      {words.openedBody}
    </Note>
  );
}

function Others({ clusterId }: { clusterId: string }) {
  const words = useMessages().openService;
  const openings = useOpenings(clusterId, true).data?.openings ?? [];
  if (openings.length === 0) return null;
  return (
    <section aria-label={words.list} className="mt-5 grid gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-label">{words.list}</h3>
      <OpeningList clusterId={clusterId} openings={openings} />
    </section>
  );
}
