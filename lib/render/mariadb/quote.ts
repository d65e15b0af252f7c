/**
 * Source: MariaDB "String Literals" and "Identifier Names". Backslash is an escape (unless
 * NO_BACKSLASH_ESCAPES is set, which a session of ours never does). Line ends are escaped because the
 * client's batch mode turns CR LF into LF, within strings too.
 */
export const sqlString = (value: string): string => {
  if (value.includes("\0")) throw new Error("a NUL character has no place in SQL text");
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `'${escaped.replaceAll("'", "''")}'`;
};

/** A name of a database, as `name`. */
export const sqlIdentifier = (name: string): string => {
  if (name === "" || name.includes("\0") || name.length > 64)
    throw new Error(`not a name for a database: ${JSON.stringify(name.slice(0, 80))}`);
  return `\`${name.replaceAll("`", "``")}\``;
};

/** A database in GRANT, where "_" and "%" would match others. Source: MariaDB "GRANT", database privileges. */
export const grantPattern = (name: string): string =>
  name.replaceAll("\\", "\\\\").replaceAll("_", "\\_").replaceAll("%", "\\%");

/** 'user'@'host'. */
export const sqlAccount = (user: string, host: string): string =>
  `${sqlString(user)}@${sqlString(host)}`;
