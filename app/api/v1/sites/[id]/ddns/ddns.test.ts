import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "@/lib/core/problem";
import { reveal } from "@/lib/core/secret";
import { redactText } from "@/lib/core/text";
import type { NodeId } from "@/lib/provision/plan/plan";
import type { SecretFileInput } from "@/lib/provision/steps/secret-file";
import type { DdnsView } from "@/lib/schemas/ddns-view";
import type { SiteAnswer } from "@/lib/schemas/site-view-row";
import { prepareSite } from "@/server/network/apply/load-site";
import { noteDdnsHost } from "@/server/network/ddns/note-ddns-host";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { addSiteHost } from "@/server/testing/site-host";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { POST as createSite } from "../../route";
import { DELETE as removeSite } from "../route";
import { POST as confirm } from "./confirm/route";
import { GET as show, PUT as save } from "./route";

let panel: TestContainer;
let cookie: string;
let siteId: string;
let lb: string;
let spare: string;

beforeAll(async () => {
  panel = await testContainer();
  ({ cookie } = await signedIn(panel.container, "operator"));
  lb = await addSiteHost(panel.container, "lb", ["192.168.1.210"]);
  spare = await addSiteHost(panel.container, "spare", ["192.168.1.211"]);
  const body = { name: "Home", hostIds: [lb, spare], preset: "flat", home: "192.168.1.0/24" };
  const made = await callRoute(createSite, { method: "POST", cookie, body });
  siteId = ((await made.json()) as SiteAnswer).site.id;
});
afterAll(() => panel[Symbol.asyncDispose]());

async function call(route: typeof show, method: string, body?: unknown) {
  const answer = await callRoute(route, { method, cookie, params: { id: siteId }, body });
  const text = await answer.text();
  const json = (text === "" ? {} : JSON.parse(text)) as DdnsView & Problem;
  return { status: answer.status, json };
}

const NO_IP = { provider: "no-ip", name: "gandalf9.ddns.net", login: "ada@example.org" };
const settings = (more: object = {}) => ({ hostId: lb, names: [NO_IP], ...more });
const plan = (kind: "apply-ddns" | "clear-ddns") => prepareSite({ kind, siteId }, panel.container);

describe("names that follow the address", () => {
  it("begin with nothing, and with nothing to set up", async () => {
    const { json } = await call(show, "GET");
    expect(json).toEqual({
      ...{ settings: null, hostName: null, names: [], asOf: null, problem: null },
    });
    expect(await plan("apply-ddns")).toMatchObject({
      ok: false,
      problem: { code: "site.blocked" },
    });
  });

  it.each([
    [
      "a login of two lines",
      () => settings({ names: [{ ...NO_IP, login: "a\nssl=no" }] }),
      "settings.names.0.login",
    ],
    ["no name", () => settings({ names: [] }), "settings.names"],
    ["a host of another site", () => settings({ hostId: "elsewhere" }), "settings.hostId"],
    ["a name without its secret", () => settings(), "secrets.gandalf9.ddns.net"],
    ["every minute", () => settings({ everyMinutes: 1 }), "settings.everyMinutes"],
  ])("refuse %s at its field", async (_, wanted, field) => {
    const { status, json } = await call(save, "PUT", { settings: wanted() });
    expect(status).toBe(422);
    expect(Object.keys(json.fields ?? {})).toEqual([field]);
  });

  it("are stored with their secret, which nobody reads again", async () => {
    const body = { settings: settings(), secrets: { [NO_IP.name]: "correct horse" } };
    const { status, json } = await call(save, "PUT", body);
    expect(status).toBe(200);
    expect(json.names).toMatchObject([{ name: NO_IP.name, hasSecret: true, isWell: null }]);
    expect(JSON.stringify(json)).not.toContain("correct horse");
    const again = await call(save, "PUT", { settings: settings({ everyMinutes: 30 }) });
    expect(again.json).toMatchObject({ settings: { everyMinutes: 30 }, hostName: "lb" });
  });

  it("are written for root alone by the plan, the secret hidden wherever it is shown", async () => {
    const prepared = await plan("apply-ddns");
    if (!prepared.ok) throw new Error(prepared.problem.detail);
    const nodes = prepared.value.plan.nodes;
    expect([...nodes.keys()]).toEqual(
      ["package", "default", "config", "unit", "service"].map((key) => `lb/ddns.${key}`),
    );
    const { content } = nodes.get("lb/ddns.config" as NodeId)?.input as SecretFileInput;
    expect(redactText(content)).toContain("password='[redacted]'");
  });

  it("move to another host by leaving the one before first", async () => {
    await noteDdnsHost({ kind: "apply-ddns", siteId }, panel.container.db);
    await call(save, "PUT", { settings: settings({ hostId: spare }) });
    const prepared = await plan("apply-ddns");
    if (!prepared.ok) throw new Error(prepared.problem.detail);
    const nodes = [...prepared.value.plan.nodes.values()];
    expect(nodes.slice(0, 3).map(({ id }) => id)).toEqual([
      ...["lb/ddns.stop", "lb/ddns.traces", "spare/ddns.package"],
    ]);
    expect(nodes[2]?.after).toEqual(["lb/ddns.stop", "lb/ddns.traces"]);
  });

  it("that are free have to be confirmed, which begins anew when somebody says so", async () => {
    const day = 86_400_000;
    panel.clock.advance(25 * day);
    ({ cookie } = await signedIn(panel.container, "operator")); // the session ended meanwhile
    const due = await call(show, "GET");
    expect(due.json.names[0]?.confirm?.isDue).toBe(true);
    const { json } = await call(confirm, "POST", { name: NO_IP.name });
    expect(json.names[0]?.confirm?.isDue).toBe(false);
    const unknown = await call(confirm, "POST", { name: "other.ddns.net" });
    expect(unknown.status).toBe(404);
  });

  it("keep their site until they are taken off, and leave no secret behind", async () => {
    expect((await call(removeSite, "DELETE")).status).toBe(409);
    await noteDdnsHost({ kind: "clear-ddns", siteId }, panel.container.db);
    const name = `site/${siteId}/ddns/${NO_IP.name}`;
    const kept = await panel.container.vault.get(name);
    expect(kept === null ? "" : reveal(kept)).toBe("correct horse");
    expect((await call(removeSite, "DELETE")).status).toBe(204);
    expect(await panel.container.vault.get(name)).toBeNull();
  });
});
