import { ask } from "@/lib/provision/fact";
import { mariadbState } from "@/lib/provision/facts/mariadb-state";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";
import { CHARSET, COLLATION, createDatabase } from "@/lib/render/mariadb/statements";
import { runSql } from "./mariadb-sql";

export interface MariadbDatabaseInput {
  readonly database: string;
  readonly hostName: string;
}

/** The database in which the servers keep the cluster's state. */
export const mariadbDatabaseStep = defineStep({
  id: "mariadb.database",
  typicalMs: 150,
  label: (_: MariadbDatabaseInput) => "database",
  title: ({ database }: MariadbDatabaseInput) => `Create database ${database}`,
  why: () =>
    `All servers keep the cluster's state in it. ${CHARSET} compares keys byte by byte and keeps them short enough for their index.`,
  needs: (_: MariadbDatabaseInput) => ({ mariadb: ask(mariadbState, {}) }),
  decide: ({ database, hostName }, { mariadb }) => {
    if (mariadb === "stopped") return unknown(`what MariaDB on ${hostName} holds`);
    const found = mariadb === "absent" ? undefined : mariadb.schemas[database];
    const right = found?.charset === CHARSET && found.collation === COLLATION;
    if (right) return inSync(`${database} exists, ${COLLATION}`);
    return change(
      found === undefined
        ? `create database ${database}`
        : `${database}: ${found.collation} → ${COLLATION}, for new tables`,
      runSql(createDatabase(database), "create it, or set its character set"),
    );
  },
});
