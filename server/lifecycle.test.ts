import pino from "pino";
import { expect, test } from "vitest";
import { createLifecycle } from "./lifecycle";

const silent = pino({ level: "silent" });

test("areas start in order and end in reverse, once, however often they are told", async () => {
  const lifecycle = createLifecycle(silent);
  const said: string[] = [];
  for (const name of ["one", "two"]) {
    lifecycle.onStart(name, () => void said.push(`+${name}`));
    lifecycle.onStop(name, () => void said.push(`-${name}`));
  }
  await lifecycle.start();
  await Promise.all([lifecycle.stop(), lifecycle.stop()]);
  expect(said).toEqual(["+one", "+two", "-two", "-one"]);
});

test("whatever waits hears of the end first, and one area's failure spares the others", async () => {
  const lifecycle = createLifecycle(silent);
  const said: string[] = [];
  lifecycle.stopping.addEventListener("abort", () => said.push("stopping"));
  lifecycle.onStop("database", () => void said.push("database"));
  lifecycle.onStop("broken", () => Promise.reject(new Error("no")));
  lifecycle.onStop("throwing", () => {
    throw new Error("no");
  });
  await lifecycle.stop();
  expect(said).toEqual(["stopping", "database"]);
});
