import { expect, test } from "vitest";
import { shortNames } from "./short-names";

const short = (...names: string[]) => [...shortNames(names).values()];

test("pods of one replica set are told apart by their last part", () => {
  expect(short("shop-7d8f9c6b5-abcde", "shop-7d8f9c6b5-fghij")).toEqual(["abcde", "fghij"]);
  expect(short("shop-7d8f9c6b5-abcde", "shop-5c4f9c6b5-fghij")).toEqual([
    "7d8f9c6b5-abcde",
    "5c4f9c6b5-fghij",
  ]);
  expect(short("db-0", "db-1", "db-10")).toEqual(["0", "1", "10"]);
});

test("nothing is left out of one name, and never all of a name", () => {
  expect(short("shop-1")).toEqual(["shop-1"]);
  expect(short("shop", "shop-1")).toEqual(["shop", "shop-1"]);
  expect(short("a-b", "a-b")).toEqual(["a-b"]);
  expect(short()).toEqual([]);
});
