import { planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { mariadbDatabaseStep } from "@/lib/provision/steps/mariadb-database";
import { mariadbUsersStep } from "@/lib/provision/steps/mariadb-users";
import { packagesStep } from "@/lib/provision/steps/packages";
import { serviceStep } from "@/lib/provision/steps/service";
import { unitFileStep } from "@/lib/provision/steps/unit-file";
import { mariadbServerConfig } from "@/lib/render/mariadb/server-config";
import { mariadbDropIn } from "@/lib/render/systemd/mariadb-drop-in";
import { script } from "@/lib/shell/argv";
import { baseNodes } from "./base";
import type { PlanHost } from "./inventory";
import { type Layout, nodeId, on } from "./layout";

/** Read after Debian's own 50-server.cnf. Source: MariaDB "Configuring MariaDB with Option Files". */
export const MARIADB_CONFIG = "/etc/mysql/mariadb.conf.d/60-gandalf.cnf";
export const MARIADB_DROP_IN = "/etc/systemd/system/mariadb.service.d/60-gandalf.conf";

/** mariadbd says "unknown variable" for what it does not know. Source: mariadbd --help. */
const VALIDATE = script(
  `out=$(mariadbd --defaults-file="$1" --user=mysql --help --verbose 2>&1 >/dev/null) || { printf '%s\\n' "$out" >&2; exit 1; }`,
  "{file}",
);

/** MariaDB with the cluster's database, for the servers only. */
export const datastoreNodes = (host: PlanHost, layout: Layout): readonly PlanNode[] => [
  ...baseNodes(host, layout),
  ...serverProgramNodes(host),
  ...contentNodes(host, layout),
];

function serverProgramNodes(host: PlanHost): readonly PlanNode[] {
  const id = (key: string) => nodeId(host, key);
  return [
    planNode(
      packagesStep,
      {
        names: ["mariadb-server"],
        why: "The servers keep the cluster's state in MariaDB, so that each of them may fail.",
      },
      on(host, "mariadb.package"),
    ),
    planNode(
      configFileStep,
      {
        path: MARIADB_CONFIG,
        content: mariadbServerConfig(host.address),
        mode: 0o644,
        why: "MariaDB listens on this host's own address, knows users by address, and loses nothing at a power cut.",
        validate: VALIDATE,
      },
      on(host, "mariadb.config", [id("mariadb.package")]),
    ),
    planNode(
      unitFileStep,
      {
        unit: "mariadb.service",
        path: MARIADB_DROP_IN,
        content: mariadbDropIn(),
        why: "After a power cut MariaDB waits for the network and tries again, rather than staying away.",
      },
      on(host, "mariadb.unit"),
    ),
    planNode(
      serviceStep,
      {
        unit: "mariadb.service",
        files: [MARIADB_CONFIG],
        uptake: "restart",
        why: "Without its database no server starts.",
      },
      {
        ...on(host, "mariadb.service", [
          id("mariadb.package"),
          id("mariadb.config"),
          id("mariadb.unit"),
        ]),
        triggers: [id("mariadb.config")],
      },
    ),
  ];
}

function contentNodes(host: PlanHost, layout: Layout): readonly PlanNode[] {
  const { name: database, user } = layout.spec.database;
  const id = (key: string) => nodeId(host, key);
  return [
    planNode(
      mariadbDatabaseStep,
      { database, hostName: host.name },
      on(host, "mariadb.database", [id("mariadb.service")]),
    ),
    planNode(
      mariadbUsersStep,
      {
        database,
        user,
        password: layout.secrets.databasePassword,
        addresses: layout.servers.map(({ address }) => address),
        hostName: host.name,
      },
      on(host, "mariadb.users", [id("mariadb.database")]),
    ),
  ];
}
