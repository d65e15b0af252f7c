import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";

/**
 * Applied to every connection. FULL: an answer that was given survives a power cut.
 * Source: sqlite.org/pragma.html#pragma_synchronous
 */
export const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 5000",
] as const;

/** A mutex: `acquire` resolves to the function that lets the next one in. */
function turnstile() {
  let tail: Promise<unknown> = Promise.resolve();
  return async (): Promise<() => void> => {
    let release = () => {};
    const before = tail;
    tail = new Promise<void>((resolve) => (release = resolve));
    await before;
    return release;
  };
}

type Acquire = ReturnType<typeof turnstile>;

const alone =
  <A extends unknown[], R>(acquire: Acquire, run: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    const release = await acquire();
    try {
      return await run(...args);
    } finally {
      release();
    }
  };

/** Lets the next one in when the transaction ends, and leaves none open however it ended. */
function releaseAtEnd(transaction: Transaction, client: Database.Database, release: () => void) {
  for (const end of ["commit", "rollback"] as const) {
    const finish = transaction[end].bind(transaction);
    transaction[end] = async () => {
      try {
        if (client.inTransaction) client.exec("ROLLBACK");
        await finish();
      } finally {
        release();
      }
    };
  }
  return transaction;
}

/**
 * Prisma's better-sqlite3 adapter has one connection and lets a query that is not part of an open
 * transaction run inside it, so that a rollback takes that query's write with it. Here everything
 * waits its turn. Inside `$transaction(async (tx) => …)` use only `tx`: a query on the client itself
 * would wait for the transaction that waits for it.
 */
export class SerialSqlite extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqlDriverAdapter> {
    const connection = await super.connect();
    const { client } = connection as unknown as { client: Database.Database };
    for (const pragma of PRAGMAS) client.pragma(pragma);
    const acquire = turnstile();
    const start = connection.startTransaction.bind(connection);
    connection.queryRaw = alone(acquire, connection.queryRaw.bind(connection));
    connection.executeRaw = alone(acquire, connection.executeRaw.bind(connection));
    connection.executeScript = alone(acquire, connection.executeScript.bind(connection));
    connection.startTransaction = async (level) => {
      const release = await acquire();
      try {
        return releaseAtEnd(await start(level), client, release);
      } catch (error) {
        release();
        throw error;
      }
    };
    return connection;
  }
}
