import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * A password as MariaDB stores it, so that the password itself never travels to the database's host.
 * Source: MariaDB "mysql_native_password": "*" and the hex of SHA1(SHA1(password)).
 */
export const nativePassword = (password: string): string =>
  `*${bytesToHex(sha1(sha1(utf8ToBytes(password)))).toUpperCase()}`;
