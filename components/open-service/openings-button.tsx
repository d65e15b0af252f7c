"use client";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { OpeningList } from "./opening-list";
import { useOpenings } from "./use-openings";

/** How many apps are open, and which; nothing while there are none. */
export function OpeningsButton({ clusterId }: { clusterId: string }) {
  const words = useMessages().openService;
  const mayOpen = useMay("service:open");
  const openings = useOpenings(clusterId, mayOpen).data?.openings ?? [];
  const [shown, setShown] = useState(false);
  const close = () => setShown(false);
  if (openings.length === 0 && !shown) return null;
  return (
    <>
      <Button icon={ExternalLink} onClick={() => setShown(true)}>
        {words.listOf(openings.length)}
      </Button>
      {shown && (
        <Dialog
          open
          onClose={close}
          title={words.listTitle}
          description={words.listIntro}
          foot={<Button onClick={close}>{words.close}</Button>}
        >
          {openings.length === 0 ? (
            <p className="text-sm text-muted">{words.none}</p>
          ) : (
            <OpeningList clusterId={clusterId} openings={openings} />
          )}
        </Dialog>
      )}
    </>
  );
}
