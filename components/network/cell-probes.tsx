"use client";
import { Check, CircleQuestionMark, OctagonX } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Note } from "@/components/ui/note";
import { ToneLabel } from "@/components/ui/status";
import type { MeasuredPair } from "@/lib/schemas/site-view-row";
import { isDiffering } from "./matrix-model";
import { useSiteEditor } from "./site-editor";

const SHOWN = 12;

/** Every probe between the two zones, those that differ first. */
export function CellProbes(props: { pairs: readonly MeasuredPair[] }) {
  const words = useMessages().network.probes;
  const [isOpen, setOpen] = useState(false);
  if (props.pairs.length === 0) return <p className="text-sm text-muted">{words.none}</p>;
  const rank = (pair: MeasuredPair) => {
    if (isDiffering(pair)) return 0;
    return pair.measured === "untested" ? 1 : 2;
  };
  const pairs = [...props.pairs].sort((a, b) => rank(a) - rank(b));
  const [worst] = pairs;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {worst !== undefined && isDiffering(worst) && <Differing pair={worst} />}
      <h3 className="text-2xs font-[550] text-muted">{words.title}</h3>
      <div
        className="overflow-x-auto rounded-md border border-line"
        tabIndex={0}
        role="region"
        aria-label={words.title}
      >
        <table className="w-full text-xs">
          <thead>
            <tr className="h-[30px] bg-sunken text-left text-muted [&>th]:px-2 [&>th]:font-label">
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.port}</th>
              <th scope="col">{words.expected}</th>
              <th scope="col">{words.measured}</th>
            </tr>
          </thead>
          <tbody>
            {(isOpen ? pairs : pairs.slice(0, SHOWN)).map((pair, at) => (
              <Probe key={at} pair={pair} />
            ))}
          </tbody>
        </table>
      </div>
      {pairs.length > SHOWN && (
        <Button
          size="sm"
          look="ghost"
          className="justify-self-start"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.fewer : words.all(pairs.length)}
        </Button>
      )}
    </section>
  );
}

function Differing({ pair }: { pair: MeasuredPair }) {
  const name = useHostName();
  const words = useMessages().network.probes;
  const said = {
    from: name(pair.from),
    to: name(pair.to),
    port: `${pair.port}/${pair.protocol}`,
  };
  return (
    <Note tone="danger" title={pair.measured === "open" ? words.opens(said) : words.closes(said)}>
      {pair.measured === "open" ? words.opensBody : words.closesBody}
    </Note>
  );
}

function Probe({ pair }: { pair: MeasuredPair }) {
  const name = useHostName();
  const words = useMessages().network.probes;
  const isWrong = isDiffering(pair);
  return (
    <tr
      className={cx(
        "h-[30px] border-t border-line [&>td]:px-2 [&>td]:whitespace-nowrap",
        isWrong && "bg-danger-tint",
      )}
    >
      <td title={pair.fromAddress}>
        {name(pair.from)} <span className="num text-muted">{tail(pair.fromAddress)}</span>
      </td>
      <td title={pair.toAddress}>
        {name(pair.to)} <span className="num text-muted">{tail(pair.toAddress)}</span>
      </td>
      <td className="num">
        {pair.port}/{pair.protocol}
      </td>
      <td className="text-muted">{words.states[pair.expected]}</td>
      <td>
        <ToneLabel {...lookOf(pair)} size="xs">
          {words.states[pair.measured]}
        </ToneLabel>
      </td>
    </tr>
  );
}

function lookOf(pair: MeasuredPair) {
  if (isDiffering(pair)) return { tone: "danger", icon: OctagonX } as const;
  if (pair.measured === "untested") return { tone: "unknown", icon: CircleQuestionMark } as const;
  return { tone: "ok", icon: Check } as const;
}

/** ".31" of an IPv4 address, "IPv6" of another. */
const tail = (address: string) =>
  address.includes(":") ? "IPv6" : `.${address.split(".").at(-1) ?? ""}`;

function useHostName(): (id: string) => string {
  const { site } = useSiteEditor();
  return (id) => site.hosts.find((host) => host.id === id)?.name ?? id;
}
