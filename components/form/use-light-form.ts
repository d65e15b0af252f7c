"use client";
import { useState, type FormEvent } from "react";
import type { ZodType } from "zod";
import { isApiProblem, problemOf, type ApiProblem } from "@/components/hooks/api-problem";
import type { Problem } from "@/lib/core/problem";

type Values = Record<string, string>;
type Problems<V extends Values> = Partial<Record<keyof V & string, string>>;

export interface LightForm<V extends Values> {
  readonly values: V;
  readonly problems: Problems<V>;
  /** What is wrong with the whole of it, after sending. */
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly set: (name: keyof V & string, value: string) => void;
  /** Checks one field when it is left. */
  readonly check: (name: keyof V & string) => void;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

export interface Failure {
  readonly problem: Problem;
  readonly retryAfterS: number | undefined;
}

/**
 * A form of a few text fields that must load fast: the schema comes when it is first needed. For
 * everything larger use `useZodForm`.
 */
export function useLightForm<V extends Values>(options: {
  initial: V;
  schema: () => Promise<ZodType>;
  send: (values: V) => Promise<void>;
}): LightForm<V> {
  const [values, setValues] = useState(options.initial);
  const [problems, setProblems] = useState<Problems<V>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const findProblems = async (of: V): Promise<Problems<V>> => {
    const parsed = (await options.schema()).safeParse(of);
    if (parsed.success) return {};
    const found = parsed.error.issues.map(
      (issue) => [String(issue.path[0]), issue.message] as const,
    );
    return Object.fromEntries(found.reverse()) as Problems<V>;
  };
  const checkOne = async (name: keyof V & string, of: V) => {
    const found = await findProblems(of);
    setProblems((old) => {
      const kept = Object.entries(old).filter(([other]) => other !== name);
      const now = found[name] === undefined ? [] : [[name, found[name]]];
      return Object.fromEntries([...kept, ...now]) as Problems<V>;
    });
  };
  const send = async (form: HTMLFormElement) => {
    const found = await findProblems(values);
    setProblems(found);
    setFailure(null);
    if (Object.keys(found).length === 0) {
      await options.send(values).catch((error: unknown) => {
        setFailure(failureOf(error));
        setProblems((problemOf(error).fields ?? {}) as Problems<V>);
      });
    }
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };

  return {
    values,
    problems,
    failure,
    busy,
    set: (name, value) => {
      const next = { ...values, [name]: value };
      setValues(next);
      if (problems[name] !== undefined) void checkOne(name, next);
    },
    check: (name) => {
      if (values[name] !== "") void checkOne(name, values);
    },
    submit: (event) => {
      event.preventDefault();
      if (busy) return;
      setBusy(true);
      void send(event.currentTarget).finally(() => setBusy(false));
    },
  };
}

function failureOf(error: unknown): Failure {
  const api: ApiProblem | null = isApiProblem(error) ? error : null;
  return { problem: problemOf(error), retryAfterS: api?.retryAfterS };
}
