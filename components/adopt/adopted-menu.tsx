"use client";
import { KeyRound, Pencil, Unplug } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Menu } from "@/components/ui/menu";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import { replaceHref } from "./adopt-links";

const RenameDialog = dynamic(() => import("./rename-dialog").then((part) => part.RenameDialog), {
  ssr: false,
});
const ForgetDialog = dynamic(() => import("./forget-dialog").then((part) => part.ForgetDialog), {
  ssr: false,
});

/** What an administrator does with an adopted cluster as a whole. */
export function AdoptedMenu({ cluster }: { cluster: AdoptedCluster }) {
  const m = useMessages();
  const words = m.adopt.actions;
  const router = useRouter();
  const [dialog, setDialog] = useState<"rename" | "forget" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        label={m.cluster.actions.more}
        items={[
          {
            id: "replace",
            label: words.replace,
            icon: KeyRound,
            act: () => router.push(replaceHref(cluster.id)),
          },
          { id: "rename", label: words.rename, icon: Pencil, act: () => setDialog("rename") },
          {
            id: "forget",
            label: words.forget,
            icon: Unplug,
            danger: true,
            act: () => setDialog("forget"),
          },
        ]}
      />
      {dialog === "rename" && <RenameDialog cluster={cluster} onClose={close} />}
      {dialog === "forget" && <ForgetDialog cluster={cluster} onClose={close} />}
    </>
  );
}
