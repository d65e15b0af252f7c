import { assertNever } from "@/lib/core/assert-never";
import type { Operation } from "@/lib/schemas/operation";

/** The job's name: verb and object, as on the button that started it. */
export function operationTitle(
  operation: Operation,
  clusterName: string,
  hostName: string,
): string {
  switch (operation.kind) {
    case "create":
      return `Create cluster ${clusterName}`;
    case "apply":
      return `Apply settings of ${clusterName}`;
    case "add-host":
      return `Add ${hostName} to ${clusterName}`;
    case "remove-host":
      return `Remove ${hostName} from ${clusterName}`;
    case "reboot":
      return operation.hostIds.length === 1
        ? `Reboot ${hostName}`
        : `Reboot ${operation.hostIds.length} hosts of ${clusterName}, one after another`;
    case "delete":
      return `Delete cluster ${clusterName}`;
    default:
      return assertNever(operation);
  }
}
