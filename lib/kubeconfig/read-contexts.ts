import { ok, type Result } from "@/lib/core/result";
import type { PastedKubeconfig } from "@/lib/schemas/adopt";
import { readConfig } from "./config";
import { readContext, type ContextReading } from "./read-context";

/** A kubeconfig: all its contexts, and which one is meant. */
interface ContextsReading {
  readonly contexts: readonly ContextReading[];
  readonly current: string | null;
}

/** Reads every context. What was pasted beside the file belongs to the chosen one. */
export function readContexts({ text, context, parts }: PastedKubeconfig): Result<ContextsReading> {
  const read = readConfig(text);
  if (!read.ok) return read;
  const names = read.value.contexts.map(({ name }) => name);
  const wanted = context ?? read.value["current-context"] ?? "";
  const only = names.length === 1 ? (names[0] ?? null) : null;
  const current = names.includes(wanted) ? wanted : only;
  return ok({
    contexts: names.map((name) => readContext(read.value, name, name === current ? parts : {})),
    current,
  });
}
