import { sha256Hex } from "@/lib/core/digest";
import { reveal, type Secret } from "@/lib/core/secret";
import type { Text } from "@/lib/core/text";
import { ask } from "@/lib/provision/fact";
import { type MariadbContent, mariadbState } from "@/lib/provision/facts/mariadb-state";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";
import { nativePassword } from "@/lib/render/mariadb/native-password";
import { grantPattern } from "@/lib/render/mariadb/quote";
import { dropUser, putUser } from "@/lib/render/mariadb/statements";
import { runSql } from "./mariadb-sql";

export interface MariadbUsersInput {
  readonly database: string;
  readonly user: string;
  readonly password: Secret;
  /** Addresses of the servers: from nowhere else may it log in. */
  readonly addresses: readonly string[];
  readonly hostName: string;
}

const NOTHING: MariadbContent = { schemas: {}, users: [], grants: [] };

/** The servers' login: one user per server address, for the one database. */
export const mariadbUsersStep = defineStep({
  id: "mariadb.users",
  typicalMs: 150,
  label: (_: MariadbUsersInput) => "users",
  title: ({ user }: MariadbUsersInput) => `Let the servers log in as ${user}`,
  why: () =>
    "Each server may log in from its own address, with a generated password, to this one database. Addresses that are no longer servers are shut out.",
  needs: (_: MariadbUsersInput) => ({ mariadb: ask(mariadbState, {}) }),
  decide: (input, { mariadb }) => {
    if (mariadb === "stopped") return unknown(`what MariaDB on ${input.hostName} holds`);
    const content = mariadb === "absent" ? NOTHING : mariadb;
    const missing = input.addresses.filter((address) => !mayLogIn(content, input, address));
    const stale = content.users
      .filter(({ name, host }) => name === input.user && !input.addresses.includes(host))
      .map(({ host }) => host);
    if (missing.length === 0 && stale.length === 0)
      return inSync(`${input.user} may log in from ${input.addresses.join(", ")}`);
    const { user, database, password } = input;
    const sql: Text = [
      ...missing.flatMap((address) => putUser({ user, database, password, address })),
      ...stale.flatMap((host) => dropUser(user, host)),
    ];
    const what = [
      ...missing.map((address) => `let ${user}@${address} in`),
      ...stale.map((host) => `shut ${user}@${host} out`),
    ];
    return change(what.join("; "), runSql(sql, "set users and grants"));
  },
});

function mayLogIn(content: MariadbContent, input: MariadbUsersInput, address: string): boolean {
  const digest = sha256Hex(nativePassword(reveal(input.password)));
  const known = content.users.some(
    ({ name, host, plugin, passwordDigest }) =>
      name === input.user &&
      host === address &&
      plugin === "mysql_native_password" &&
      passwordDigest === digest,
  );
  const granted = content.grants.some(
    ({ user, host, database, full }) =>
      user === input.user && host === address && database === grantPattern(input.database) && full,
  );
  return known && granted;
}
