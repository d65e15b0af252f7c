/** Whose log to open. */
export interface LogPlace {
  readonly clusterId: string;
  readonly namespace: string;
  readonly pod?: string;
  readonly container?: string;
  /** Of several pods: "app=shop". */
  readonly selector?: string;
}

const query = (values: Readonly<Record<string, string | undefined>>) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();

/** The page with the log of a pod, or of all pods with some labels. */
export const logsHref = ({ clusterId, ...place }: LogPlace): string =>
  `/clusters/${clusterId}/logs?${query(place)}`;
