import { isAddress } from "@/lib/render/address";

/**
 * Settings for a datastore of k3s. Source: MariaDB server system variables.
 * - bind-address: the servers reach it, no other network of the host does.
 * - skip-name-resolve: users are known by address, and a dead DNS server must not slow logins.
 * - max-connections: every server's kine opens its own; 151 has been exhausted by three servers.
 * - innodb-flush-log-at-trx-commit: what the API confirmed must survive a power cut.
 */
export function mariadbServerConfig(address: string): string {
  if (!isAddress(address)) throw new Error(`not an address: ${JSON.stringify(address)}`);
  return `# Written by Gandalf: the datastore of k3s.
[mysqld]
bind-address = ${address}
skip-name-resolve = ON
max-connections = 400
innodb-flush-log-at-trx-commit = 1
`;
}
