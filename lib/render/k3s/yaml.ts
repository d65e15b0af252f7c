import { isSecret, reveal, secret, type Secret } from "@/lib/core/secret";
import type { Text } from "@/lib/core/text";

export type YamlValue = string | Secret | readonly string[];

/** Not printable in YAML, or a line break to it, but left as they are by JSON. Source: YAML 1.2, 5.1 and 5.4. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escape = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A string no YAML parser can take for anything else ("yes", "0600", "null"): always in quotes. */
export const yamlString = (text: string): string =>
  JSON.stringify(text).replaceAll(UNPRINTABLE, escape);

/** A flat map, as k3s reads it. Keys are ours; empty lists are left out. Secrets stay secrets. */
export function yamlMap(entries: Readonly<Record<string, YamlValue>>): Text {
  const parts: (string | Secret)[] = [];
  for (const [key, value] of Object.entries(entries)) {
    if (isSecret(value)) parts.push(`${key}: `, secret(yamlString(reveal(value))), "\n");
    else if (typeof value === "string") parts.push(`${key}: ${yamlString(value)}\n`);
    else if (value.length > 0)
      parts.push(`${key}:\n${value.map((item) => `  - ${yamlString(item)}\n`).join("")}`);
  }
  return parts;
}
