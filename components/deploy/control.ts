import type { ParameterName } from "@/lib/templates/parameters";

/** What every control of the form is given. Values are unknown until the schema has seen them. */
export interface ControlProps {
  readonly name: ParameterName;
  readonly value: unknown;
  /** What is wrong with it as a whole. */
  readonly problem: string | undefined;
  /** What is wrong inside it: "0.name", "host" … */
  readonly inner: Readonly<Record<string, string>>;
  readonly onChange: (value: unknown) => void;
  readonly onLeave: () => void;
}
