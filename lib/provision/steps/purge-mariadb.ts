import { ask } from "@/lib/provision/fact";
import { mariadbFolders } from "@/lib/provision/facts/mariadb-folders";
import { type MariadbContent, mariadbState } from "@/lib/provision/facts/mariadb-state";
import { packagesMatching } from "@/lib/provision/facts/package-patterns";
import { presence } from "@/lib/provision/facts/presence";
import { fail } from "@/lib/core/result";
import { type Action, change, changeWithRestart, defineStep, inSync } from "@/lib/provision/step";
import { dropDatabase, dropUser } from "@/lib/render/mariadb/statements";
import { script } from "@/lib/shell/argv";
import { purgePackages } from "./install-packages";
import { runSql } from "./mariadb-sql";
import { removePaths } from "./remove-paths";

export interface PurgeMariadbInput {
  readonly database: string;
  readonly user: string;
  /** Files of the panel's own. */
  readonly files: readonly string[];
}

const PATTERNS = [
  "mariadb-server*",
  "mariadb-client*",
  "mariadb-common",
  "mysql-common",
  "galera-4",
];
const DATA = ["/var/lib/mysql", "/var/log/mysql", "/etc/mysql"];
/** Source: MariaDB: databases of its own. "test" is made by some installations and open to all. */
const SYSTEM = new Set(["information_schema", "mysql", "performance_schema", "sys", "test"]);

const restart: Action = {
  kind: "run",
  argv: script("systemctl daemon-reload && systemctl restart mariadb.service"),
  timeoutMs: 120_000,
  why: "run without the cluster's settings",
};

/** Removes the cluster's database, and MariaDB itself unless it holds somebody else's. */
export const purgeMariadbStep = defineStep({
  id: "mariadb.purge",
  typicalMs: 8_000,
  label: (_: PurgeMariadbInput) => "purge MariaDB",
  title: ({ database }: PurgeMariadbInput) => `Drop database ${database} and remove MariaDB`,
  why: () =>
    "The cluster's state goes for good. When other databases live there too, MariaDB stays, and only this cluster's database and users go.",
  needs: ({ files }: PurgeMariadbInput) => ({
    mariadb: ask(mariadbState, {}),
    folders: ask(mariadbFolders, {}),
    packages: ask(packagesMatching, { patterns: PATTERNS }),
    data: ask(presence, { paths: DATA }),
    files: ask(presence, { paths: files }),
  }),
  decide: (input, { mariadb, folders, packages, data, files }) => {
    const answers = typeof mariadb === "object";
    const names = answers ? Object.keys(mariadb.schemas) : folders;
    const others = names.filter((name) => name !== input.database && !SYSTEM.has(name));
    if (others.length > 0) return answers ? dropOurs(input, mariadb, files) : notRunning(others);
    const paths = [...data, ...files];
    const [first, ...rest] = [
      ...(packages.length === 0 ? [] : [purgePackages(packages)]),
      ...(paths.length === 0 ? [] : [removePaths(paths)]),
    ];
    if (first === undefined) return inSync("no MariaDB is there");
    return change(`drop ${input.database}; remove MariaDB with all its data`, first, ...rest);
  },
});

const notRunning = (others: readonly string[]) =>
  fail({
    code: "host.unsuitable" as const,
    detail: `MariaDB does not run, and it holds other databases too (${others.join(", ")}).`,
    remedies: ["Start mariadb.service on the host, then Resume."],
  });

function dropOurs(
  { database, user }: PurgeMariadbInput,
  { schemas, users }: MariadbContent,
  files: readonly string[],
) {
  const others = Object.keys(schemas).filter((name) => name !== database && !SYSTEM.has(name));
  const hosts = users.filter(({ name }) => name === user).map(({ host }) => host);
  if (!(database in schemas) && hosts.length === 0 && files.length === 0)
    return inSync(`MariaDB stays for ${others.join(", ")}`);
  const sql = [dropDatabase(database), ...hosts.flatMap((host) => dropUser(user, host))].join("");
  return changeWithRestart(
    `drop ${database} and its users; MariaDB stays for ${others.join(", ")}`,
    ["mariadb.service"],
    runSql(sql, "drop the cluster's database and users"),
    ...(files.length === 0 ? [] : [removePaths(files)]),
    restart,
  );
}
