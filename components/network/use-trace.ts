"use client";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/components/hooks/api";
import type { SiteTraceAnswer } from "@/lib/schemas/site-view-row";

/** A packet as somebody types it. */
export interface TraceWish {
  readonly from: string;
  readonly to: string;
  readonly protocol: "tcp" | "udp" | "icmp-echo";
  readonly port: string;
}

const bodyOf = ({ port, ...wish }: TraceWish) => ({
  ...wish,
  port: wish.protocol === "icmp-echo" ? 0 : Number(port),
});

/** Asks what the policy says about a packet; and whether the network agrees. */
export function useTrace(siteId: string) {
  const ask = useMutation({
    mutationFn: (wish: TraceWish) =>
      api.post<SiteTraceAnswer>(`/sites/${siteId}/trace`, bodyOf(wish)),
  });
  const prove = useMutation({
    mutationFn: (wish: TraceWish) =>
      api.post<SiteTraceAnswer>(`/sites/${siteId}/trace/prove`, bodyOf(wish)),
  });
  return { ask, prove };
}
