import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { mariadbFolders } from "./mariadb-folders";
import { mariadbState } from "./mariadb-state";

it("reads databases, users and grants", () => {
  const digest = "c".repeat(64);
  const stdout = [
    "schema\tk3s_lab\tlatin1\tlatin1_swedish_ci",
    "schema\t\tx\ty",
    `user\tk3s\t192.168.1.220\tmysql_native_password\t${digest}`,
    "user\t\tlocalhost\t\t",
    "grant\tk3s\t192.168.1.220\tk3s\\\\_lab\tYYYYYYYY",
    "grant\tother\t%\ta\\tb\tYNNNNNNN",
    "",
  ].join("\n");
  expect(mariadbState.parse(output(stdout), {})).toEqual({
    ok: true,
    value: {
      schemas: {
        k3s_lab: { charset: "latin1", collation: "latin1_swedish_ci" },
        "": { charset: "x", collation: "y" },
      },
      users: [
        {
          name: "k3s",
          host: "192.168.1.220",
          plugin: "mysql_native_password",
          passwordDigest: digest,
        },
        { name: "", host: "localhost", plugin: "", passwordDigest: "" },
      ],
      grants: [
        { user: "k3s", host: "192.168.1.220", database: "k3s\\_lab", full: true },
        { user: "other", host: "%", database: "a\tb", full: false },
      ],
    },
  });
});

it("tells absent from stopped from refused", () => {
  expect(mariadbState.parse(output("", 44), {})).toEqual({ ok: true, value: "absent" });
  const down =
    "ERROR 2002 (HY000): Can't connect to local server through socket '/run/mysqld/mysqld.sock' (2)";
  expect(mariadbState.parse(output("", 1, down), {})).toEqual({ ok: true, value: "stopped" });
  const refused =
    "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: NO)";
  expect(mariadbState.parse(output("", 1, refused), {})).toMatchObject({
    ok: false,
    problem: { code: "host.unsuitable" },
  });
  expect(mariadbState.parse(output("", 1, "segfault"), {}).ok).toBe(false);
});

it("lists databases by their folders", () => {
  expect(mariadbFolders.parse(output("k3s\n#rocksdb\nmysql\n"), {})).toEqual({
    ok: true,
    value: ["k3s", "mysql"],
  });
  expect(mariadbFolders.parse(output(""), {})).toEqual({ ok: true, value: [] });
});
