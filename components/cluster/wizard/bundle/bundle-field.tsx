"use client";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { BundleRow } from "@/lib/schemas/artifact";
import { BundleDetails } from "./bundle-details";
import { BundleUploadForm } from "./bundle-upload-form";

/** Which bundle k3s comes from: one that is on the panel, or a new one. */
export function BundleField(props: {
  bundles: readonly BundleRow[];
  bundleId: string;
  problem: string | undefined;
  onChoose: (bundleId: string) => void;
}) {
  const { bundles, bundleId, problem, onChoose } = props;
  const words = useMessages().wizard.bundle;
  const [uploading, setUploading] = useState(false);
  const chosen = bundles.find(({ id }) => id === bundleId);
  const adding = uploading || bundles.length === 0;
  const gone = chosen === undefined && bundles.length > 0;
  return (
    <div className="grid gap-2.5">
      {bundles.length > 0 && (
        <Field
          label={words.label}
          problem={gone ? words.pick : problem}
          aside={
            <button type="button" className="link" onClick={() => setUploading(!uploading)}>
              {uploading ? words.useThese : words.another}
            </button>
          }
        >
          <Select
            value={chosen?.id ?? ""}
            onChange={(event) => onChoose(event.target.value)}
            options={[
              ...(gone ? [{ value: "", label: words.none, disabled: true }] : []),
              ...bundles.map((bundle) => ({
                value: bundle.id,
                label: words.option(bundle.name, bundle.arch.join(", ")),
              })),
            ]}
          />
        </Field>
      )}
      {chosen && !adding && <BundleDetails bundle={chosen} onRemoved={() => onChoose("")} />}
      {adding && (
        <BundleUploadForm
          onDone={(bundle) => {
            setUploading(false);
            onChoose(bundle.id);
          }}
        />
      )}
    </div>
  );
}
