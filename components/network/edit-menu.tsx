"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Menu, type MenuItem } from "@/components/ui/menu";

/** What one does with an element of the policy: edit, remove, and what only its kind has. */
export function EditMenu(props: {
  label: string;
  onEdit: () => void;
  onRemove: () => void;
  between?: readonly MenuItem[];
  /** Why it cannot be removed now, or what goes with it. */
  removeNote?: string | undefined;
  canRemove?: boolean;
}) {
  const { label, onEdit, onRemove, between = [], removeNote, canRemove = true } = props;
  const words = useMessages().network.acts;
  return (
    <Menu
      label={label}
      items={[
        { id: "edit", label: words.edit, icon: Pencil, act: onEdit },
        ...between,
        {
          id: "remove",
          label: words.remove,
          icon: Trash2,
          act: onRemove,
          disabled: !canRemove,
          ...(removeNote === undefined ? {} : { end: removeNote }),
        },
      ]}
    />
  );
}
