import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addHost, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { revealText } from "@/lib/core/text";
import { readCache } from "@/lib/ddns/read-cache";
import { ddnsSettings } from "@/lib/schemas/ddns";
import { quote } from "@/lib/shell/argv";
import { ddclientConfig } from "./config";

/** A host of this suite's own, so that the others stay bare. */
const HOST = "dynamic";
const ADDRESS = "10.203.1.92";
/** This process, as the lab's hosts see it. */
const OURS = "10.203.1.254";
const PUBLIC = "203.0.113.7";

/** Everything that could end a value early. */
const PASSWORD = `it's "all" #1, \\o/ $HOME`;

const asked: { readonly url: URL; readonly login: string }[] = [];

function provider(request: IncomingMessage): string {
  const url = new URL(request.url ?? "/", `http://${OURS}`);
  if (url.pathname === "/ip") return PUBLIC;
  const [, basic = ""] = (request.headers.authorization ?? "").split(" ");
  const login = Buffer.from(basic, "base64").toString("utf8");
  asked.push({ url, login });
  return login === `ada:${PASSWORD}` ? `good ${PUBLIC}` : "badauth";
}

let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => void response.end(provider(request)));
  await new Promise<void>((resolve) => server.listen(0, OURS, resolve));
  ({ port } = server.address() as AddressInfo);
  await addHost(HOST, ADDRESS);
  await mustExec(
    HOST,
    "DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends ddclient",
  );
  await mustExec(HOST, "systemctl stop ddclient; rm -f /var/cache/ddclient/*");
});
afterAll(async () => {
  server.close();
  await removeHost(HOST);
});

/** Runs the client once over the rendered file, without TLS: the server here has no certificate. */
async function update(name: string, password: string): Promise<void> {
  const settings = ddnsSettings.parse({
    hostId: HOST,
    names: [{ provider: "dyndns2", name, login: "ada", server: `${OURS}:${port}` }],
  });
  const text = revealText(ddclientConfig({ settings, secrets: [secret(password)] }))
    .replace("ssl=yes", "ssl=no")
    .replace(/web='[^']*'/, `web='http://${OURS}:${port}/ip'`);
  await mustExec(
    HOST,
    `umask 077; printf %s ${quote(text)} > /etc/ddclient.conf
    ddclient -daemon=0 -foreground -noquiet -file /etc/ddclient.conf || true`,
  );
}

const known = async () => readCache(await mustExec(HOST, "cat /var/cache/ddclient/ddclient.cache"));

it("the client reads its file as it was meant, a hostile password too", async () => {
  await update("gandalf9.example.net", PASSWORD);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.login).toBe(`ada:${PASSWORD}`);
  expect(asked[0]?.url.pathname).toBe("/nic/update");
  expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toMatchObject({
    hostname: "gandalf9.example.net",
    myip: PUBLIC,
  });
});

it("what it did is read from its own notes", async () => {
  expect(await known()).toMatchObject([
    { host: "gandalf9.example.net", word: "good", address: PUBLIC },
  ]);
});

it("it leaves the provider alone while nothing changes", async () => {
  await update("gandalf9.example.net", PASSWORD);
  expect(asked).toHaveLength(1);
});

it("a refused login is told as such", async () => {
  await update("other.example.net", "wrong");
  const other = (await known()).find(({ host }) => host === "other.example.net");
  expect(other).toMatchObject({ word: "badauth", address: null });
});
