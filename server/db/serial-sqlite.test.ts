import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { testContainer } from "@/server/testing/test-container";

test("a rollback takes only its own writes with it", async () => {
  await using panel = await testContainer();
  const { db } = panel.container;
  const lost = db.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: "inside", value: "" } });
    await turn();
    throw new Error("change of mind");
  });
  const kept = db.setting.create({ data: { key: "outside", value: "" } });
  await expect(lost).rejects.toThrow("change of mind");
  await kept;
  expect((await db.setting.findMany()).map((row) => row.key)).toEqual(["outside"]);
});

test("many transactions at once each see the one before: no count is lost", async () => {
  await using panel = await testContainer();
  const { db } = panel.container;
  await db.setting.create({ data: { key: "n", value: "0" } });
  const increment = () =>
    db.$transaction(async (tx) => {
      const row = await tx.setting.findUniqueOrThrow({ where: { key: "n" } });
      await tx.setting.update({ where: { key: "n" }, data: { value: `${Number(row.value) + 1}` } });
    });
  await Promise.all(Array.from({ length: 50 }, increment));
  expect((await db.setting.findUniqueOrThrow({ where: { key: "n" } })).value).toBe("50");
});

test("the connection is durable and keeps references whole", async () => {
  await using panel = await testContainer();
  const { db } = panel.container;
  const pragma = async (name: string) =>
    Object.values((await db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {});
  expect((await pragma("journal_mode")).map(String)).toEqual(["wal"]);
  expect((await pragma("synchronous")).map(String)).toEqual(["2"]);
  expect((await pragma("foreign_keys")).map(String)).toEqual(["1"]);
  await expect(
    db.jobEvent.create({
      data: { jobId: "none", seq: 1, at: new Date(), type: "log", body: "{}" },
    }),
  ).rejects.toThrow(/[Ff]oreign key/);
});
