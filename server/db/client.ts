import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { SerialSqlite } from "./serial-sqlite";

/** Typed access to the panel's database. Only code under server/ holds one. */
export type Database = PrismaClient;

/** What `db.$transaction(async (tx) => …)` hands out; a Database fits too. */
export type Transaction = Prisma.TransactionClient;

/** Opens the database file, which must have been prepared (see prepare-database.ts). */
export const connectDatabase = (file: string): Database =>
  new PrismaClient({
    adapter: new SerialSqlite({ url: `file:${file}` }),
    // Everything waits its turn, so a busy moment means waiting, not failing.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
