"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/components/hooks/api";
import { useLocale } from "@/components/hooks/locale";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useRoom } from "@/components/hooks/use-socket";
import { Banner } from "@/components/ui/banner";
import { formatBytes } from "@/lib/format/bytes";
import type { PanelAnswer } from "@/lib/schemas/panel";

const KEY = ["panel"] as const;

/** Says on every page that the panel only reads, while its disk is nearly full. */
export function DiskBanner() {
  const client = useQueryClient();
  const again = useCallback(() => void client.invalidateQueries({ queryKey: KEY }), [client]);
  useRoom("panel", again, again);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<PanelAnswer>("/panel", { signal }),
  });
  return data?.disk.readOnly === true ? <DiskBannerView {...data.disk} /> : null;
}

/** The banner from plain values. */
export function DiskBannerView(disk: PanelAnswer["disk"]) {
  const words = useBaseMessages().shell;
  const free = formatBytes(disk.freeBytes, useLocale());
  return <Banner tone="danger">{words.diskBanner(disk.folder, free)}</Banner>;
}
