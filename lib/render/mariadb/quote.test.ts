import { isAddress } from "@/lib/render/address";
import { describe, expect, it } from "vitest";
import { secret } from "@/lib/core/secret";
import { redactText, revealText } from "@/lib/core/text";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { nativePassword } from "./native-password";
import { grantPattern, sqlAccount, sqlIdentifier, sqlString } from "./quote";
import { mariadbServerConfig } from "./server-config";
import { createDatabase, dropUser, putUser } from "./statements";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r" };

/** What MariaDB's lexer makes of a quoted string; null when it does not end where the text ends. */
function read(text: string, quote: string): string | null {
  const inside = text.slice(1, -1);
  const pieces = quote === "'" ? /\\[^]|''|[^\\']/gu : /``|[^`]/gu;
  const found = [...inside.matchAll(pieces)].map(([piece]) => piece);
  if (!text.startsWith(quote) || !text.endsWith(quote) || found.join("") !== inside) return null;
  return found.map((piece) => meaning(piece, quote)).join("");
}

function meaning(piece: string, quote: string): string {
  if (piece === quote + quote) return quote;
  return piece.startsWith("\\") && quote === "'"
    ? (ESCAPES[piece.slice(1)] ?? piece.slice(1))
    : piece;
}

describe("SQL text", () => {
  it("is read back as it was, whatever is in it", { timeout: 30_000 }, () => {
    for (const value of HOSTILE) {
      if (value.includes("\0")) expect(() => sqlString(value)).toThrow();
      else if (read(sqlString(value), "'") !== value) expect(sqlString(value)).toBe(value);
    }
  });

  it("quotes names, and refuses what no name can be", () => {
    for (const value of HOSTILE) {
      if (value === "" || value.includes("\0") || value.length > 64)
        expect(() => sqlIdentifier(value)).toThrow();
      else expect(read(sqlIdentifier(value), "`")).toBe(value);
    }
  });

  it("grants one database, not all that look like it", () => {
    expect(grantPattern("k3s_lab")).toBe("k3s\\_lab");
    expect(sqlAccount("k3s", "192.168.1.220")).toBe("'k3s'@'192.168.1.220'");
  });
});

describe("statements", () => {
  const user = {
    user: "k3s",
    address: "192.168.1.220",
    password: secret("password"),
    database: "k3s",
  };

  it("carry the password's hash, never the password, and show neither", () => {
    const sql = revealText(putUser(user));
    expect(sql).toContain("IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'");
    expect(sql).not.toContain("'password'");
    expect(redactText(putUser(user))).not.toContain("2470C0C0");
  });

  it("are these", () => {
    expect(createDatabase("k3s")).toBe(
      "CREATE DATABASE IF NOT EXISTS `k3s` CHARACTER SET latin1 COLLATE latin1_swedish_ci;\nALTER DATABASE `k3s` CHARACTER SET latin1 COLLATE latin1_swedish_ci;\n",
    );
    expect(dropUser("k3s", "%").join("")).toBe("DROP USER IF EXISTS 'k3s'@'%';\n");
    expect(redactText(putUser(user))).toBe(
      "CREATE USER IF NOT EXISTS 'k3s'@'192.168.1.220' IDENTIFIED BY PASSWORD [redacted];\nALTER USER 'k3s'@'192.168.1.220' IDENTIFIED BY PASSWORD [redacted];\nGRANT ALL PRIVILEGES ON `k3s`.* TO 'k3s'@'192.168.1.220';\n",
    );
  });
});

it("hashes passwords as MariaDB does", () => {
  // Source: SELECT PASSWORD('…') on MariaDB 10.11.
  expect(nativePassword("password")).toBe("*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19");
});

it("binds to an address and to nothing else", () => {
  expect(mariadbServerConfig("192.168.1.200")).toContain("bind-address = 192.168.1.200\n");
  for (const value of HOSTILE)
    if (!isAddress(value)) expect(() => mariadbServerConfig(value)).toThrow();
});
