import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addHost, mustExec, removeHost } from "@/lab/lab";
import type { DdnsSettings } from "@/lib/schemas/ddns";
import type { Container } from "@/server/container";
import { createSite } from "@/server/services/create-site";
import { saveDdns } from "@/server/services/save-ddns";
import { showDdns } from "@/server/services/show-ddns";
import {
  addPracticeHost,
  beginSiteJob,
  BY,
  realPanel,
  siteJobEnd,
} from "@/server/network/apply/testing/real-panel";
import { must } from "@/server/ssh/testing/lab-target";
import type { TestContainer } from "@/server/testing/test-container";

const KEEPER = "keeper";
const ADDRESS = "10.203.1.94";
/** This process, as the lab's hosts see it, under a name that its certificate has. */
const OURS = "10.203.1.254";
const SERVER = "dyn.example.net";
const NAME = "gandalf9.example.net";
const PUBLIC = "203.0.113.7";

let panel: TestContainer;
let c: Container;
let siteId: string;
let hostId: string;
let server: Server;
let port = 0;
const passwords: string[] = [];

/** A certificate that the host trusts, as it trusts those of providers. */
const CERTIFICATE = `cd /root && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \\
  -subj /CN=${SERVER} -addext subjectAltName=DNS:${SERVER} -keyout key.pem -out cert.pem 2>/dev/null
apt-get install -qy --no-install-recommends ca-certificates >/dev/null 2>&1
cp cert.pem /usr/local/share/ca-certificates/practice.crt && update-ca-certificates >/dev/null 2>&1
echo '${OURS} ${SERVER}' >> /etc/hosts`;

beforeAll(async () => {
  await addHost(KEEPER, ADDRESS);
  await mustExec(KEEPER, CERTIFICATE);
  const [key, cert] = await Promise.all(
    ["key", "cert"].map((name) => mustExec(KEEPER, `cat /root/${name}.pem`)),
  );
  server = createServer({ key: key ?? "", cert: cert ?? "" }, (request, response) => {
    if (request.url === "/ip") return void response.end(PUBLIC);
    const [, basic = ""] = (request.headers.authorization ?? "").split(" ");
    const [, password = ""] = Buffer.from(basic, "base64").toString("utf8").split(":");
    passwords.push(password);
    response.end(password === "right" ? `good ${PUBLIC}` : "badauth");
  });
  await new Promise<void>((resolve) => server.listen(0, OURS, resolve));
  ({ port } = server.address() as AddressInfo);
  panel = await realPanel({});
  c = panel.container;
  hostId = await addPracticeHost(c, ADDRESS);
  const site = { name: "Named", preset: "flat" as const, home: "10.203.1.0/24", hostIds: [hostId] };
  siteId = must(await createSite(c, site, BY)).id;
}, 180_000);
afterAll(async () => {
  await panel[Symbol.asyncDispose]();
  server.close();
  await removeHost(KEEPER);
});

const settings = (): DdnsSettings => ({
  hostId,
  address: { kind: "web", url: `https://${SERVER}:${port}/ip` },
  everyMinutes: 5,
  names: [
    {
      provider: "dyndns2",
      name: NAME,
      login: "ada",
      server: `${SERVER}:${port}`,
      path: "/nic/update",
    },
  ],
});
const save = async (password: string) =>
  must(await saveDdns(c, { siteId, settings: settings(), secrets: { [NAME]: password } }, BY));
const run = async (kind: "apply-ddns" | "clear-ddns") =>
  siteJobEnd(c, await beginSiteJob(c, { kind, siteId }));
const row = async () => must(await showDdns(c, siteId)).names[0];

describe("a name that a host keeps", () => {
  it("is set up by a job, and the provider is told over TLS", async () => {
    await save("right");
    expect(await run("apply-ddns")).toMatchObject({ job: { state: "succeeded" } });
    await vi.waitFor(async () => expect(await row()).toMatchObject({ isWell: true }), 30_000);
    expect(await row()).toMatchObject({ address: PUBLIC, isFinal: false });
    expect(passwords).toEqual(["right"]);
  });

  it("is left as it is by a second job", async () => {
    const again = await run("apply-ddns");
    const changed = [...Object.values(again.view.nodes)].filter(({ state }) => state === "changed");
    expect(changed).toEqual([]);
  });

  it("has its secret for root alone, and the client may write nowhere else", async () => {
    expect(await mustExec(KEEPER, "stat -c '%a %U' /etc/gandalf/ddclient.conf")).toBe("600 root");
    expect(
      await mustExec(
        KEEPER,
        "systemctl is-enabled gandalf-ddns; systemctl is-enabled ddclient || true",
      ),
    ).toBe("enabled\ndisabled");
  });

  it("says that the provider refuses it, with what to do", async () => {
    await mustExec(KEEPER, "rm -f /var/cache/gandalf-ddns/ddclient.cache");
    await save("wrong");
    await run("apply-ddns");
    await vi.waitFor(async () => expect(await row()).toMatchObject({ isWell: false }), 30_000);
    expect(await row()).toMatchObject({
      isFinal: true,
      sentence: "The provider refuses the login or the secret.",
    });
  });

  it("is let go of without a trace", async () => {
    expect(await run("clear-ddns")).toMatchObject({ job: { state: "succeeded" } });
    const left = "ls /etc/gandalf/ddclient.conf /var/cache/gandalf-ddns 2>/dev/null || true";
    expect(await mustExec(KEEPER, left)).toBe("");
    expect(await row()).toMatchObject({ isWell: null });
  });
});
