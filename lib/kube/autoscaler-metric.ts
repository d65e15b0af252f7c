/** Source: Kubernetes API reference, autoscaling/v2 MetricTarget and MetricValueStatus. */
interface Figure {
  readonly averageUtilization?: number;
  readonly averageValue?: string;
  readonly value?: string;
}

interface Source<Where extends string> {
  readonly name?: string;
  readonly metric?: { readonly name?: string };
  readonly container?: string;
  readonly where?: Where;
}

type Of<Part extends "target" | "current"> = Source<Part> & Readonly<Partial<Record<Part, Figure>>>;

type Metrics<Part extends "target" | "current"> = {
  readonly type: string;
} & Readonly<
  Partial<Record<"resource" | "containerResource" | "pods" | "object" | "external", Of<Part>>>
>;

/** What an autoscaler aims at. Source: autoscaling/v2 MetricSpec. */
export type Metric = Metrics<"target">;
/** What it measured. Source: autoscaling/v2 MetricStatus. */
export type MetricNow = Metrics<"current">;

const partOf = <Part extends "target" | "current">(metric: Metrics<Part>): Of<Part> | undefined =>
  metric.resource ?? metric.containerResource ?? metric.pods ?? metric.object ?? metric.external;

const nameOf = (part: Of<"target"> | Of<"current"> | undefined) => {
  const name = part?.name ?? part?.metric?.name ?? "?";
  return part?.container === undefined ? name : `${name} of ${part.container}`;
};

const figureText = (figure: Figure | undefined) => {
  if (figure?.averageUtilization !== undefined) return `${figure.averageUtilization}%`;
  return figure?.averageValue ?? figure?.value ?? "unknown";
};

/** "cpu 35% of 80%": what was measured against what is wanted; "unknown" where nothing was. */
export const metricTexts = (
  wanted: readonly Metric[],
  measured: readonly MetricNow[],
): readonly string[] =>
  wanted.map((metric) => {
    const part = partOf(metric);
    const name = nameOf(part);
    const now = measured.map(partOf).find((each) => nameOf(each) === name);
    return `${name} ${figureText(now?.current)} of ${figureText(part?.target)}`;
  });
