"use client";
import { Status } from "@/components/ui/status";
import type { StatusOf } from "@/lib/format/status";
import type { HostRow, HostState } from "@/lib/schemas/host";

const SHOWN = {
  reachable: "reachable",
  unreachable: "unreachable",
  "key-changed": "key-changed",
  unknown: "unchecked",
} as const satisfies Record<HostState, StatusOf<"host">>;

/** Whether the panel can reach a host, as icon and word. */
export function HostStatus(props: {
  row: Pick<HostRow, "state">;
  pill?: boolean;
  checking?: boolean;
}) {
  const { row, pill = false, checking = false } = props;
  return <Status of="host" is={checking ? "checking" : SHOWN[row.state]} pill={pill} />;
}
