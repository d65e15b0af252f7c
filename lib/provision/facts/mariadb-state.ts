import { fail, ok, type Result } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { CommandOutput } from "@/lib/provision/host";
import { script } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

export interface MariadbUser {
  readonly name: string;
  /** The address it may come from, as MariaDB stores it. */
  readonly host: string;
  readonly plugin: string;
  /** SHA-256 of the stored password hash: comparable here, useless elsewhere. */
  readonly passwordDigest: string;
}

export interface MariadbGrant {
  readonly user: string;
  readonly host: string;
  /** As stored, "_" and "%" escaped. */
  readonly database: string;
  /** Whether it may do everything that kine does. */
  readonly full: boolean;
}

export interface MariadbContent {
  readonly schemas: Readonly<
    Record<string, { readonly charset: string; readonly collation: string }>
  >;
  readonly users: readonly MariadbUser[];
  readonly grants: readonly MariadbGrant[];
}

/** "absent": not installed; "stopped": installed, but nobody answers at its socket. */
export type MariadbState = "absent" | "stopped" | MariadbContent;

/** Privileges that kine uses. Source: kine, pkg/drivers/mysql (schema, queries, compaction). */
const PRIVILEGES = ["Select", "Insert", "Update", "Delete", "Create", "Drop", "Index", "Alter"];

const SQL = `SELECT 'schema', SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA;
SELECT 'user', User, Host, plugin, SHA2(authentication_string, 256) FROM mysql.user;
SELECT 'grant', User, Host, Db, CONCAT(${PRIVILEGES.map((name) => `${name}_priv`).join(", ")}) FROM mysql.db;`;

/** As root through the socket, which needs no password. */
const READ = `command -v mariadb >/dev/null || exit 44
printf '%s' "$1" | mariadb --batch --skip-column-names --connect-timeout=5`;

/** Databases, users and grants of the host's MariaDB. */
export const mariadbState: Fact<Record<string, never>, MariadbState> = {
  id: "mariadb-state",
  command: () => script(READ, SQL),
  parse: (output) => {
    if (output.exitCode === 44) return ok("absent");
    if (/ERROR 2002\b/.test(output.stderr)) return ok("stopped");
    if (/ERROR (1045|1698)\b/.test(output.stderr)) return rootRefused();
    if (output.exitCode !== 0) return unreadable("MariaDB", output);
    return ok(content(output));
  },
};

function content({ stdout }: CommandOutput): MariadbContent {
  const rows = stdout.split("\n").map((line) => line.split("\t").map(unescape));
  const of = (kind: string) => rows.filter(([first]) => first === kind);
  return {
    schemas: Object.fromEntries(
      of("schema").map(([, name = "", charset = "", collation = ""]) => [
        name,
        { charset, collation },
      ]),
    ),
    users: of("user").map(([, name = "", host = "", plugin = "", passwordDigest = ""]) => ({
      name,
      host,
      plugin,
      passwordDigest,
    })),
    grants: of("grant").map(([, user = "", host = "", database = "", has = ""]) => ({
      user,
      host,
      database,
      full: has === "Y".repeat(PRIVILEGES.length),
    })),
  };
}

/** Source: mysql(1), "--batch": newline, tab, NUL and backslash are written as escapes. */
const unescape = (cell: string): string =>
  cell.replaceAll(/\\([nt0\\])/g, (_, c: string) => ({ n: "\n", t: "\t", "0": "\0" })[c] ?? "\\");

const rootRefused = (): Result<never> =>
  fail({
    code: "host.unsuitable",
    detail: "MariaDB does not let root in through its socket.",
    remedies: [
      "Give root its socket login back: ALTER USER root@localhost IDENTIFIED VIA unix_socket;",
      "If root needs a password there, put it into /root/.my.cnf.",
    ],
  });
