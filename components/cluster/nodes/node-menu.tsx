"use client";
import { LogOut } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Menu } from "@/components/ui/menu";

/** What can be done with one node. */
export function NodeMenu(props: { name: string; onRemove: (() => void) | null }) {
  const { name, onRemove } = props;
  const words = useMessages().cluster.actions;
  if (onRemove === null) return null;
  return (
    <Menu
      label={words.nodeMenu(name)}
      items={[{ id: "remove", label: words.removeNode, icon: LogOut, danger: true, act: onRemove }]}
    />
  );
}
