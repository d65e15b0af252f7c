"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { PresetPicture } from "./preset-picture";
import type { Preset } from "./use-new-site-form";

const PRESETS: readonly Preset[] = ["flat", "dmz", "empty"];

/** The three shapes as small drawings, one of which is chosen. */
export function PresetChoice(props: { value: Preset; onChange: (preset: Preset) => void }) {
  const words = useMessages().network.new;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-label">{words.preset}</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {PRESETS.map((preset) => (
          <label
            key={preset}
            className="block rounded-lg border border-line-strong bg-surface p-3 text-sm hover:bg-hover has-checked:border-accent-solid has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="preset"
              className="sr-only"
              checked={props.value === preset}
              onChange={() => props.onChange(preset)}
            />
            <PresetPicture preset={preset} label={words.pictures[preset]} />
            <span className="mt-2 block font-name">{words.presets[preset]}</span>
            <span className="block text-xs text-muted">{words.presetHelp[preset]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
