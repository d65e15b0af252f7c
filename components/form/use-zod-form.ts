"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
} from "react-hook-form";
import type { z } from "zod";
import { problemOf } from "@/components/hooks/api-problem";
import type { Problem } from "@/lib/core/problem";

/** A form from the same schema that the route uses: checked on leaving a field, then while repairing. */
export function useZodForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: "onTouched",
    reValidateMode: "onChange",
  });
}

/**
 * Puts what the panel found at the fields it names and moves the focus there. Answers with the problem
 * to show above the form, or null when every part of it stands at a field.
 */
export function showProblem<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  error: unknown,
): Problem | null {
  const problem = problemOf(error);
  const fields = Object.entries(problem.fields ?? {});
  fields.forEach(([name, message], index) => {
    form.setError(name as Path<Input>, { type: "panel", message }, { shouldFocus: index === 0 });
  });
  return fields.length > 0 ? null : problem;
}
