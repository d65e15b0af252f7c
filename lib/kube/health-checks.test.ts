import { describe, expect, it } from "vitest";
import { failingChecks, isDatastoreCheck, parseHealthChecks } from "./health-checks";

/** As kube-apiserver v1.34 answers /readyz?verbose while its datastore is away. */
const TEXT = `[+]ping ok
[+]log ok
[-]etcd failed: reason withheld
[-]etcd-readiness failed: reason withheld
[+]poststarthook/start-apiextensions-controllers ok
readyz check failed
`;

describe("parseHealthChecks", () => {
  it("reads every check and nothing else", () => {
    expect(parseHealthChecks(TEXT)).toHaveLength(5);
    expect(failingChecks(TEXT)).toEqual(["etcd", "etcd-readiness"]);
    expect(failingChecks(TEXT).every(isDatastoreCheck)).toBe(true);
  });

  it("finds no checks in a short answer or in a page of a proxy", () => {
    expect(parseHealthChecks("ok")).toEqual([]);
    expect(parseHealthChecks("<html>503 Service Unavailable</html>")).toEqual([]);
  });
});
