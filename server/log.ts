import { Writable } from "node:stream";
import pino, { type Logger } from "pino";
import type { Config } from "./config";
import { readableStack } from "./readable-stack";
import type { Redactor } from "./secrets/redactor";

/** Fields that may carry a secret by accident. Known values are removed by the redactor as well. */
const SECRET_FIELDS = ["password", "sudoPassword", "passphrase", "privateKey", "token", "cookie"];
const REDACT_PATHS = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

const KNOWN_FIELDS: readonly string[] = ["level", "time", "msg", "err", "pid", "hostname"];

interface Line {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string; readonly message?: string };
}

/** One line for a person: time, level, words, then the other fields. */
function pretty(json: string): string {
  const line = JSON.parse(json) as Line;
  const level = (pino.levels.labels[line.level] ?? "?").toUpperCase().padEnd(5);
  const rest = Object.entries(line)
    .filter(([name]) => !KNOWN_FIELDS.includes(name))
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const error = line.err === undefined ? "" : `\n${line.err.stack ?? line.err.message ?? ""}`;
  const time = new Date(line.time).toISOString().slice(11, 19);
  return `${[time, level, line.msg ?? "", ...rest].join(" ").trimEnd()}${error}\n`;
}

function describeError(error: Error) {
  const described = pino.stdSerializers.err(error);
  return typeof described.stack === "string"
    ? { ...described, stack: readableStack(described.stack) }
    : described;
}

/** Readable lines for a person at a terminal and in development, JSON otherwise; no known secret in either. */
export function createLog(config: Pick<Config, "mode" | "logLevel">, redactor: Redactor): Logger {
  const forPerson = config.mode !== "production" || process.stdout.isTTY;
  const out = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, next) => {
      const text = forPerson ? pretty(chunk) : chunk;
      process.stdout.write(redactor.redact(text), () => next());
    },
  });
  const options = { level: config.logLevel, redact: { paths: REDACT_PATHS, censor: "[redacted]" } };
  return pino({ ...options, base: null, serializers: { err: describeError } }, out);
}
