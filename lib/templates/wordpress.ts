import type { JsonObject } from "@/lib/kube-write/json";
import { claim, deployment, probes, reach, resources, secretOf } from "./objects";
import type { Values } from "./parameters";
import { defineTemplate } from "./template";

const PARAMETERS = [
  "name",
  "namespace",
  "image",
  "databaseImage",
  "expose",
  "siteGiB",
  "databaseGiB",
  "databasePassword",
  "cpuMillis",
  "memoryMiB",
  "memoryLimitMiB",
] as const;

type WordPress = Values<(typeof PARAMETERS)[number]>;

const WEB_PORT = 80;
const DATABASE_PORT = 3306;
/**
 * Needs the database, and answers 200 before and after the site is set up. The login page would not do: where the site's
 * address begins with https it leads there, to a port that the container has not.
 */
const READY_PATH = "/wp-admin/install.php";

const named = ({ name, namespace }: WordPress) => ({
  database: `${name}-database`,
  secret: `${name}-database`,
  data: `${name}-database`,
  files: `${name}-files`,
  site: { part: "wordpress", app: name, namespace },
  store: { part: "mariadb", app: name, namespace },
});

/** A variable whose value is in the app's secret. */
const fromSecret = (name: string, secret: string, key: string): JsonObject => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});

/**
 * Nothing restarts a database that is slow: its first start writes for minutes to a small board's card, a start after a
 * power cut mends its tables first, and one that cannot go on ends by itself. A bare connection as a probe would stand
 * in its log as aborted every time. Source: MariaDB documentation, "Using Healthcheck.sh".
 */
const DATABASE_READY: JsonObject = {
  exec: { command: ["healthcheck.sh", "--connect", "--innodb_initialized"] },
  periodSeconds: 5,
  timeoutSeconds: 5,
};

/** Source: the official mariadb image, "Environment Variables". Root is reached through the socket only. */
const databaseContainer = (values: WordPress): JsonObject => ({
  name: "mariadb",
  image: values.databaseImage,
  ports: [{ containerPort: DATABASE_PORT }],
  env: [
    { name: "MARIADB_DATABASE", value: "wordpress" },
    { name: "MARIADB_USER", value: "wordpress" },
    fromSecret("MARIADB_PASSWORD", named(values).secret, "password"),
    { name: "MARIADB_RANDOM_ROOT_PASSWORD", value: "yes" },
  ],
  resources: resources({ cpuMillis: 100, memoryMiB: 128, memoryLimitMiB: 512 }),
  readinessProbe: DATABASE_READY,
  volumeMounts: [{ name: "data", mountPath: "/var/lib/mysql" }],
});

/** Source: the official wordpress image, "How to use this image". */
const siteContainer = (values: WordPress): JsonObject => ({
  name: "wordpress",
  image: values.image,
  ports: [{ containerPort: WEB_PORT }],
  env: [
    { name: "WORDPRESS_DB_HOST", value: named(values).database },
    { name: "WORDPRESS_DB_NAME", value: "wordpress" },
    { name: "WORDPRESS_DB_USER", value: "wordpress" },
    fromSecret("WORDPRESS_DB_PASSWORD", named(values).secret, "password"),
  ],
  resources: resources(values),
  ...probes(WEB_PORT, READY_PATH),
  volumeMounts: [{ name: "files", mountPath: "/var/www/html" }],
});

const volume = (name: string, claimName: string): JsonObject => ({
  name,
  persistentVolumeClaim: { claimName },
});

/** WordPress with a MariaDB of its own; files and tables on volumes. */
export const wordpressTemplate = defineTemplate({
  id: "wordpress",
  parameters: PARAMETERS,
  defaults: ({ randomPassword }) => ({
    name: "wordpress",
    namespace: "default",
    image: "wordpress:6.8",
    databaseImage: "mariadb:11.4",
    expose: { kind: "cluster" },
    siteGiB: 5,
    databaseGiB: 5,
    databasePassword: randomPassword(),
    cpuMillis: 100,
    memoryMiB: 128,
    memoryLimitMiB: 512,
  }),
  build: (values) => {
    const { database, secret, data, files, site, store } = named(values);
    const only = { replicas: 1, recreate: true }; // one writer to each volume
    return [
      secretOf(store, secret, { password: values.databasePassword }),
      claim(store, data, values.databaseGiB),
      claim(site, files, values.siteGiB),
      deployment({
        ...store,
        ...only,
        name: database,
        container: databaseContainer(values),
        volumes: [volume("data", data)],
      }),
      ...reach({ ...store, name: database, port: DATABASE_PORT, expose: { kind: "cluster" } }),
      deployment({
        ...site,
        ...only,
        name: values.name,
        container: siteContainer(values),
        volumes: [volume("files", files)],
      }),
      ...reach({ ...site, name: values.name, port: WEB_PORT, expose: values.expose }),
    ];
  },
  passwords: (values) => {
    const { secret, data } = named(values);
    return [{ field: "databasePassword", secret, claim: data }];
  },
});
