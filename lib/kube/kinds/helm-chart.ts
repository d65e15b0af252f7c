import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { bad, underWay, well } from "../row-status";

/** Source: k3s helm-controller, helm.cattle.io/v1 HelmChart. Only what is read here; its values may be secret. */
interface RawHelmChart {
  readonly spec?: {
    readonly chart?: string;
    readonly version?: string;
    readonly repo?: string;
    readonly targetNamespace?: string;
    readonly bootstrap?: boolean;
  };
  readonly status?: {
    readonly jobName?: string;
    readonly conditions?: readonly KubeCondition[];
  };
}

export interface HelmChartRow extends StatusRow {
  readonly chart: string;
  readonly version: string;
  readonly repository: string;
  readonly targetNamespace: string;
  /** The job that installs it. */
  readonly job: string;
}

function toRow(object: KubeObject): HelmChartRow {
  const { spec = {}, status = {} } = object as RawHelmChart;
  return {
    ...rowBase(object),
    status: statusOf(status),
    chart: shortChart(spec.chart ?? ""),
    version: spec.version ?? "",
    repository: spec.repo ?? "",
    targetNamespace: spec.targetNamespace ?? "",
    job: status.jobName ?? "",
  };
}

/** k3s names its own charts by long addresses on the server; the file says enough. */
const shortChart = (chart: string) => chart.slice(chart.lastIndexOf("/") + 1);

function statusOf({ conditions, jobName = "" }: NonNullable<RawHelmChart["status"]>): RowStatus {
  const failed = conditionOf(conditions, "Failed");
  if (failed?.status === "True")
    return bad("Failed", failed.message || failed.reason, `The log of job ${jobName} says why.`);
  if (conditionOf(conditions, "JobCreated")?.status === "True" || jobName !== "")
    return well("Applied");
  return underWay("Waiting");
}

/** Charts that k3s installs by itself. */
export const helmChartKind = defineKind<HelmChartRow>({
  resource: {
    apiVersion: "helm.cattle.io/v1",
    kind: "HelmChart",
    plural: "helmcharts",
    namespaced: true,
  },
  label: "Helm charts",
  group: "configuration",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("chart", "Chart"),
    column("version", "Version"),
    column("targetNamespace", "Target namespace"),
    column("job", "Job"),
    hidden(column("repository", "Repository")),
  ],
  searchText: ({ chart, version, repository, job }) => [chart, version, repository, job],
  actions: ["edit", "delete"],
});
