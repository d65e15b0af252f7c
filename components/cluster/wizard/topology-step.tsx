"use client";
import { CircleCheck, CircleMinus } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { clusterTopology, type ClusterTopology } from "@/lib/schemas/cluster-spec";
import { TopologyPicture } from "./topology-picture";
import type { Wizard } from "./use-wizard";

/** Step 1: the shape, drawn, with what survives. */
export function TopologyStep({ wizard }: { wizard: Wizard }) {
  const words = useMessages().wizard.topology;
  const { now, dispatch } = wizard;
  return (
    <fieldset>
      <legend className="text-lg font-semibold">{words.title}</legend>
      <p className="mt-1 mb-4 max-w-[66ch] text-muted">{words.body}</p>
      <div className="grid max-w-[880px] gap-4 md:grid-cols-2">
        {clusterTopology.options.map((topology) => (
          <TopologyCard
            key={topology}
            topology={topology}
            chosen={now.draft.topology === topology}
            onChoose={() => dispatch({ type: "topology", topology })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function TopologyCard(props: { topology: ClusterTopology; chosen: boolean; onChoose: () => void }) {
  const { topology, chosen, onChoose } = props;
  const words = useMessages().wizard.topology;
  const item = words.items[topology];
  return (
    <label
      className={cx(
        "grid cursor-pointer content-start gap-3 rounded-lg border bg-surface p-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        chosen
          ? "border-accent-solid ring-1 ring-accent-solid"
          : "border-line-strong hover:bg-hover",
      )}
    >
      <span className="flex items-start gap-2.5">
        <input
          type="radio"
          name="topology"
          value={topology}
          checked={chosen}
          onChange={onChoose}
          className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border-[1.5px] border-line-control bg-surface outline-none checked:border-5 checked:border-accent-solid checked:bg-on-accent"
        />
        <span className="min-w-0">
          <b className="block text-base font-[580]">{item.title}</b>
          <span className="block text-sm text-muted">{item.body}</span>
        </span>
      </span>
      <TopologyPicture topology={topology} label={words.picture(item.title)} />
      <span className="grid gap-1 text-sm">
        <span className="flex gap-2">
          <Icon of={CircleCheck} size={15} className="mt-0.5 text-ok-solid" />
          {item.survives}
        </span>
        <span className="flex gap-2 text-muted">
          <Icon of={CircleMinus} size={15} className="mt-0.5 text-unknown-solid" />
          {item.falls}
        </span>
        <span className="mt-1 text-xs text-muted">{item.hosts}</span>
      </span>
    </label>
  );
}
