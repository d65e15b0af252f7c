import { assertNever } from "@/lib/core/assert-never";
import type { Operation, SiteOperation } from "@/lib/schemas/operation";

/** The job's name: verb and object, as on the button that started it. */
export function operationTitle(
  operation: Exclude<Operation, SiteOperation>,
  clusterName: string | null,
  hostName: string,
): string {
  const cluster = clusterName ?? "a cluster that is gone";
  switch (operation.kind) {
    case "create":
      return `Create cluster ${cluster}`;
    case "apply":
      return `Apply settings of ${cluster}`;
    case "add-host":
      return `Add ${hostName} to ${cluster}`;
    case "remove-host":
      return `Remove ${hostName} from ${cluster}`;
    case "reboot":
      return operation.hostIds.length === 1
        ? `Reboot ${hostName}`
        : `Reboot ${operation.hostIds.length} hosts${clusterName === null ? "" : ` of ${clusterName}`}, one after another`;
    case "prepare-host":
      return operation.hostIds.length === 1
        ? `Change settings of ${hostName}`
        : `Change settings of ${operation.hostIds.length} hosts`;
    case "delete":
      return `Delete cluster ${cluster}`;
    default:
      return assertNever(operation);
  }
}

/** The same of a job on a site's network. */
export function siteOperationTitle(operation: SiteOperation, siteName: string): string {
  switch (operation.kind) {
    case "apply-site":
      return `Apply policy ${operation.revision} of ${siteName}`;
    case "clear-site":
      return `Take the rules of ${siteName} off its hosts`;
    case "apply-ddns":
      return `Keep the names of ${siteName} at its address`;
    case "clear-ddns":
      return `Stop keeping the names of ${siteName}`;
    default:
      return assertNever(operation);
  }
}
