"use client";
import { GitCompareArrows, Power, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import { Menu } from "@/components/ui/menu";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { planHref, rebootHref } from "@/lib/schemas/operation-param";

/** Jobs on all hosts of a cluster; each shows its plan first. */
export function BuiltMenu(props: { cluster: ClusterRow }) {
  const { id, members } = props.cluster;
  const words = useMessages().cluster.actions;
  const router = useRouter();
  const hostIds = members.map(({ hostId }) => hostId);
  return (
    <Menu
      label={words.more}
      items={[
        {
          id: "apply",
          label: words.apply,
          icon: GitCompareArrows,
          act: () => router.push(planHref(id, { kind: "apply" })),
        },
        {
          id: "reboot",
          label: words.rebootAll,
          icon: Power,
          act: () => router.push(rebootHref(id, hostIds)),
        },
        {
          id: "delete",
          label: words.delete,
          icon: Trash2,
          danger: true,
          act: () => router.push(planHref(id, { kind: "delete", confirmName: "" })),
        },
      ]}
    />
  );
}
