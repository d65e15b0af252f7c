import { reveal, secret, type Secret } from "@/lib/core/secret";
import { nativePassword } from "./native-password";
import { grantPattern, sqlAccount, sqlIdentifier, sqlString } from "./quote";

/** Source: k3s documentation and kine: keys are compared byte by byte, and must fit into an index. */
export const CHARSET = "latin1";
export const COLLATION = "latin1_swedish_ci";

/** Creates the database, or sets the character set of one that exists. */
export const createDatabase = (name: string): string => {
  const id = sqlIdentifier(name);
  const charset = `CHARACTER SET ${CHARSET} COLLATE ${COLLATION}`;
  return `CREATE DATABASE IF NOT EXISTS ${id} ${charset};\nALTER DATABASE ${id} ${charset};\n`;
};

export interface UserOfDatabase {
  readonly user: string;
  readonly address: string;
  readonly password: Secret;
  readonly database: string;
}

/** Creates a user or renews its password, with every right on its database and none elsewhere. */
export function putUser({
  user,
  address,
  password,
  database,
}: UserOfDatabase): readonly (string | Secret)[] {
  const account = sqlAccount(user, address);
  const hash = secret(sqlString(nativePassword(reveal(password))));
  return [
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY PASSWORD `,
    hash,
    `;\nALTER USER ${account} IDENTIFIED BY PASSWORD `,
    hash,
    `;\nGRANT ALL PRIVILEGES ON ${sqlIdentifier(grantPattern(database))}.* TO ${account};\n`,
  ];
}

export const dropUser = (user: string, host: string): readonly string[] => [
  `DROP USER IF EXISTS ${sqlAccount(user, host)};\n`,
];

export const dropDatabase = (name: string): string =>
  `DROP DATABASE IF EXISTS ${sqlIdentifier(name)};\n`;
