import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { packagesMatching } from "./package-patterns";
import { packagesState } from "./packages";

const args = { names: ["haproxy", "socat", "nano"] };

it("counts half-installed packages as missing", () => {
  const stdout =
    "lists 60\npackage haproxy installed 2.6.12-1+deb12u2\npackage socat half-configured 1.7\npackage nano \n";
  expect(packagesState.parse(output(stdout), args)).toEqual({
    ok: true,
    value: {
      versions: { haproxy: "2.6.12-1+deb12u2", socat: null, nano: null },
      listsAgeSeconds: 60,
      lockHolder: null,
    },
  });
});

it("names who holds apt, and knows a host without lists", () => {
  const stdout = "package haproxy \nholder 4512 (unattended-upgr)\n";
  expect(packagesState.parse(output(stdout), args)).toMatchObject({
    value: { listsAgeSeconds: null, lockHolder: "4512 (unattended-upgr)" },
  });
});

it("takes lists of age zero, or from the future, for what they are", () => {
  expect(packagesState.parse(output("lists 0\n"), args)).toMatchObject({
    value: { listsAgeSeconds: 0 },
  });
  expect(packagesState.parse(output("lists -5\n"), args)).toMatchObject({
    value: { listsAgeSeconds: -5 },
  });
});

it("finds packages by pattern, those with left-over configuration too", () => {
  const stdout =
    "mariadb-server installed\nmariadb-common config-files\nmariadb-client-core not-installed\n";
  expect(packagesMatching.parse(output(stdout), { patterns: ["mariadb*"] })).toEqual({
    ok: true,
    value: ["mariadb-server", "mariadb-common"],
  });
});
