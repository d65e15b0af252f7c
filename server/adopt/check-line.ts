import type { Problem } from "@/lib/core/problem";
import type { CheckLine, CheckName } from "@/lib/schemas/adopt";

type More = Partial<Omit<CheckLine, "check" | "state" | "detail">>;

const line =
  (state: CheckLine["state"]) =>
  (check: CheckName, detail: string, more: More = {}): CheckLine => ({
    ...{ check, state, detail, remedies: [], copy: null, clusterId: null },
    ...more,
  });

export const passed = line("pass");
export const warned = line("warn");
export const failed = line("fail");

/** A problem as the line of a check. */
export const failedBy = (check: CheckName, { detail, remedies }: Problem): CheckLine =>
  failed(check, detail, { remedies });
