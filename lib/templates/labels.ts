/** What an app's objects are found by. Source: Kubernetes, "Recommended Labels". */
export interface AppLabels {
  readonly "app.kubernetes.io/name": string;
  readonly "app.kubernetes.io/instance": string;
  readonly "app.kubernetes.io/managed-by": string;
}

/** Labels of every object of an app. `part`: what it is ("nginx", "mariadb"). */
export const labelsOf = (part: string, instance: string): AppLabels => ({
  "app.kubernetes.io/name": part,
  "app.kubernetes.io/instance": instance,
  "app.kubernetes.io/managed-by": "gandalf",
});

/** What pods are chosen by: never changes over an app's life. */
export const selectorOf = (part: string, instance: string) => ({
  "app.kubernetes.io/name": part,
  "app.kubernetes.io/instance": instance,
});
