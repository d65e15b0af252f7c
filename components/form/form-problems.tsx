"use client";
import { CircleAlert } from "lucide-react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Icon } from "@/components/ui/icon";

/** In the foot of a form: "1 field needs you: host name". Choosing a name moves the focus there. */
export function FormProblems(props: {
  fields: readonly { readonly name: string; readonly label: string; readonly focus: () => void }[];
}) {
  const words = useBaseMessages().ui;
  const { fields } = props;
  if (fields.length === 0) return null;
  return (
    <p role="status" className="flex flex-wrap items-center gap-1.5 text-sm text-danger">
      <Icon of={CircleAlert} size={15} className="text-danger-solid" />
      {words.fieldsNeedYou(fields.length)}
      {fields.map((field) => (
        <button key={field.name} type="button" className="link text-danger" onClick={field.focus}>
          {field.label}
        </button>
      ))}
    </p>
  );
}
