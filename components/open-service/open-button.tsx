"use client";
import { ExternalLink } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMayIn } from "@/components/cluster/use-may-in";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { openTargetOf } from "./open-target";

const OpenDialog = dynamic(() => import("./open-dialog").then((part) => part.OpenDialog), {
  ssr: false,
});

/** Opens the app behind an object; nothing where there is none, or for who may not. */
export function OpenButton(props: { clusterId: string; object: ObjectRef }) {
  const { clusterId, object } = props;
  const words = useMessages().openService;
  const mayOpen = useMayIn(clusterId, "service:open");
  const [shown, setShown] = useState(false);
  const target = openTargetOf(object);
  if (!mayOpen || target === null) return null;
  return (
    <>
      <Button icon={ExternalLink} onClick={() => setShown(true)}>
        {words.button}
      </Button>
      {shown && <OpenDialog {...{ clusterId, target }} onClose={() => setShown(false)} />}
    </>
  );
}
