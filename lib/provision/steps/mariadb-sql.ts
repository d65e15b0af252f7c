import type { Text } from "@/lib/core/text";
import type { Action } from "@/lib/provision/step";

/** SQL through the socket as root, on standard input: nothing of it is in any process list. */
export const runSql = (sql: Text, why: string): Action => ({
  kind: "run",
  argv: ["mariadb", "--batch"],
  stdin: sql,
  timeoutMs: 60_000,
  why,
});
