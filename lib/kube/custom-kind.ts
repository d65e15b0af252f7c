import type { ColumnType, RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "./column";
import { conditionStatus } from "./condition-status";
import { customName, type Discovered } from "./discovery";
import { parseJsonPath, readJsonPath } from "./json-path";
import { defineKind, rowBase, type Kind, type KubeRow } from "./kind";
import type { KubeObject } from "./kube-object";

/** A row of a kind that is not built in: its cells are named c0, c1 … whatever the columns are called. */
export interface CustomRow extends KubeRow {
  readonly status: RowStatus | null;
  readonly [cell: `c${number}`]: string | number;
}

/** Source: Kubernetes API reference, apiextensions.k8s.io/v1 CustomResourceDefinition. Only what is read here. */
export interface RawCrd {
  readonly spec?: {
    readonly versions?: readonly {
      readonly name: string;
      readonly additionalPrinterColumns?: readonly PrinterColumn[];
    }[];
  };
}

interface PrinterColumn {
  readonly name: string;
  readonly type?: string;
  readonly jsonPath?: string;
  /** Above 0: kubectl shows it only with `-o wide`. */
  readonly priority?: number;
}

/** More columns than fit on any screen; the object's page has everything. */
const MAX_COLUMNS = 20;
const MAX_CELL_LENGTH = 200;
const MAX_LABEL_LENGTH = 60;

/** Makes a kind of what the cluster says of it. Without a definition or columns it still has a name, a state and an age. */
export function customKind(resource: Discovered, crd: RawCrd | null): Kind<CustomRow> {
  const cells = printerColumns(resource, crd).flatMap(cellOf);
  return defineKind<CustomRow>({
    resource,
    name: customName(resource),
    label: resource.kind,
    group: "custom",
    columns: cells.map(({ shown }) => shown),
    project: (object) => ({
      ...rowBase(object),
      status: conditionStatus(object),
      ...Object.fromEntries(cells.map(({ shown, read }) => [shown.id, read(object)])),
    }),
    status: ({ status }) => status,
    searchText: (row) => cells.map(({ shown }) => String(row[shown.id] ?? "")),
    actions: resource.verbs.includes("patch") ? ["edit", "delete"] : [],
  });
}

function printerColumns({ apiVersion }: Discovered, crd: RawCrd | null) {
  const name = apiVersion.slice(apiVersion.indexOf("/") + 1);
  const version = crd?.spec?.versions?.find((entry) => entry.name === name);
  // The age comes by itself.
  return (version?.additionalPrinterColumns ?? [])
    .filter(({ jsonPath }) => jsonPath !== ".metadata.creationTimestamp")
    .slice(0, MAX_COLUMNS);
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  integer: "number",
  number: "number",
  date: "time",
};

function cellOf({ name, type = "string", jsonPath = "", priority = 0 }: PrinterColumn, at: number) {
  const steps = parseJsonPath(jsonPath);
  if (steps === null) return [];
  const plain = column(`c${at}`, labelOf(name), TYPES[type] ?? "text");
  const read = (object: KubeObject) => cellText(plain.type, readJsonPath(steps, object));
  return [{ shown: priority > 0 ? hidden(plain) : plain, read }];
}

/** A column's name as it heads one: without what turns or hides text, and not longer than a heading. */
const labelOf = (name: string): string => name.replaceAll(/\p{C}/gu, "").slice(0, MAX_LABEL_LENGTH);

function cellText(type: ColumnType, values: readonly unknown[]): string | number {
  const [first] = values;
  if (type === "number" && values.length === 1 && typeof first === "number") return first;
  const text = values
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
    .join(", ");
  return text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH)}…` : text;
}
