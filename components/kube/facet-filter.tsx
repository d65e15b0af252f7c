"use client";
import { ChevronDown, type LucideIcon } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { useMessages } from "@/components/hooks/use-messages";
import type { Facet } from "@/lib/schemas/kube";

/** Menus longer than this are searched for by the search box instead. */
const MOST_CHOICES = 40;

/** One filter above a list: what it is set to, and the values there are with their counts. */
export function FacetFilter(props: {
  icon: LucideIcon;
  /** Said when it is not set: "All namespaces". */
  any: string;
  /** "namespace" */
  name: string;
  value: string;
  facets: readonly Facet[];
  onChange: (value: string) => void;
}) {
  const { icon, any, name, value, facets, onChange } = props;
  const words = useMessages().cluster;
  const word = (text: string) => words.statusWords[text] ?? text;
  const choices = facets.slice(0, MOST_CHOICES).map((facet) => ({
    id: facet.value,
    label: word(facet.value),
    end: facet.count,
    checked: facet.value === value,
    act: () => onChange(facet.value),
  }));
  return (
    <Menu
      align="start"
      items={[{ id: "", label: any, checked: value === "", act: () => onChange("") }, ...choices]}
    >
      <Chip icon={icon} on={value !== ""} aria-label={words.filters.choose(name)}>
        {value === "" ? any : word(value)}
        <Icon of={ChevronDown} size={13} className="text-muted" />
      </Chip>
    </Menu>
  );
}
