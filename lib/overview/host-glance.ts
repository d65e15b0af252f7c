import type { HostRow } from "@/lib/schemas/host";
import type { HostGlance } from "@/lib/schemas/overview";
import { byTrouble, countFindings } from "./host-order";

/** Every host in one line, trouble first. */
export const hostGlances = (hosts: readonly HostRow[]): readonly HostGlance[] =>
  hosts.toSorted(byTrouble).map((row) => {
    const { id, name, address, role, clusterName, state, findings } = row;
    const { problems, warnings } = countFindings(findings);
    return { id, name, address, role, clusterName, state, blockers: problems, warnings };
  });
