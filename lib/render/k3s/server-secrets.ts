import { reveal, secret, type Secret } from "@/lib/core/secret";
import type { Text } from "@/lib/core/text";
import { yamlMap } from "./yaml";

export interface DatastoreLogin {
  readonly address: string;
  readonly database: string;
  readonly user: string;
  readonly password: Secret;
}

/** Source: MariaDB default. */
const DATABASE_PORT = 3306;

/** Source: k3s documentation, "Cluster datastore"; go-sql-driver/mysql, "DSN" (no percent-encoding). */
export function datastoreEndpoint({ address, database, user, password }: DatastoreLogin): Secret {
  const host = address.includes(":") ? `[${address}]` : address;
  return secret(`mysql://${user}:${reveal(password)}@tcp(${host}:${DATABASE_PORT})/${database}`);
}

export interface ServerSecretsInput {
  readonly token: Secret;
  readonly agentToken: Secret;
  /** null: SQLite on the server itself. */
  readonly datastore: DatastoreLogin | null;
}

/** The secret part of a server's settings, for a file that only root can read. */
export const serverSecrets = ({ token, agentToken, datastore }: ServerSecretsInput): Text =>
  yamlMap({
    token,
    "agent-token": agentToken,
    ...(datastore === null ? {} : { "datastore-endpoint": datastoreEndpoint(datastore) }),
  });

/** An agent's. */
export const agentSecrets = (token: Secret): Text => yamlMap({ token });
