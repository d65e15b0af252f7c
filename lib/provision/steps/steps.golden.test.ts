import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Result } from "@/lib/core/result";
import { isSecret, reveal, secret } from "@/lib/core/secret";
import { STEPS } from "@/lib/provision/registry";
import type { Decision } from "@/lib/provision/step";
import { toLog } from "@/lib/shell/argv";

/**
 * Every step as JSON cases, with no machine: input and facts in, decision or problem out. Secrets are
 * written {"$secret": "text"}; a question inside a decision {"$fact": id, "args": …, "on": host}.
 */
interface Golden {
  readonly input: unknown;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly decision?: { readonly state: string };
  readonly problem?: unknown;
}

const root = new URL("./__golden__/", import.meta.url);
const isObject = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null;

function decoded(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(decoded);
  if (!isObject(x)) return x;
  if (typeof x["$secret"] === "string") return secret(x["$secret"]);
  return mapped(x, decoded);
}

function encoded(x: unknown): unknown {
  if (isSecret(x)) return { $secret: reveal(x) };
  if (Array.isArray(x)) return x.map(encoded);
  if (!isObject(x)) return x;
  const { fact, ...rest } = x;
  return isObject(fact)
    ? { $fact: fact["id"], ...(mapped(rest, encoded) as object) }
    : mapped(x, encoded);
}

const mapped = (x: Record<string, unknown>, f: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(x).map(([key, value]) => [key, f(value)]));

function secretsIn(x: unknown): readonly string[] {
  if (isSecret(x)) return [reveal(x)];
  if (Array.isArray(x)) return x.flatMap(secretsIn);
  return isObject(x) ? Object.values(x).flatMap(secretsIn) : [];
}

function casesOf(id: string): readonly { name: string; golden: Golden }[] {
  const folder = new URL(`${id}/`, root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => ({
    name: file.replace(/\.json$/, "").replaceAll("-", " "),
    golden: decoded(JSON.parse(readFileSync(new URL(file, folder), "utf8"))) as Golden,
  }));
}

describe.each(STEPS.map((step) => ({ id: step.id, step })))("$id", ({ id, step }) => {
  const cases = casesOf(id);

  it("has a case where nothing needs doing, and one where something does", () => {
    const states = cases.map(({ golden }) => golden.decision?.state ?? "problem");
    expect(states).toContain("in-sync");
    expect(new Set(states).size).toBeGreaterThan(1);
  });

  it.each(cases)("$name", ({ golden }) => {
    const { input, facts } = golden;
    expect(Object.keys(step.needs(input as never)).toSorted()).toEqual(
      Object.keys(facts).toSorted(),
    );
    const result = step.decide(input as never, facts);
    const expected =
      golden.decision === undefined ? { problem: golden.problem } : { decision: golden.decision };
    expect(encoded(result.ok ? { decision: result.value } : { problem: result.problem })).toEqual(
      encoded(expected),
    );
    // What is stored and shown: not a word of any secret, not even in a command line.
    const shown = [
      JSON.stringify(result),
      ...commandLines(result),
      step.title(input as never),
      step.why(input as never),
    ];
    for (const text of secretsIn([input, facts])) expect(shown.join("\n")).not.toContain(text);
  });
});

function commandLines(result: Result<Decision>): readonly string[] {
  if (!result.ok || result.value.state !== "change") return [];
  return result.value.actions.flatMap((action) =>
    action.kind === "run" ? [toLog(action.argv)] : [],
  );
}

it("has no cases of steps that are gone", () => {
  const ids = new Set(STEPS.map(({ id }) => id));
  expect(readdirSync(root).filter((id) => !ids.has(id))).toEqual([]);
});

it("has no two steps of one id", () => {
  expect(new Set(STEPS.map(({ id }) => id)).size).toBe(STEPS.length);
});
