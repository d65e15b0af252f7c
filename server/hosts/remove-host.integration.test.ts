import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addHost as plugHost, LAB_PASSWORD, mustExec, removeHost as unplugHost } from "@/lab/lab";
import type { HostRow } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { addHost } from "@/server/services/add-host";
import { probeHosts } from "@/server/services/probe-hosts";
import { removeHost } from "@/server/services/remove-host";
import { must } from "@/server/ssh/testing/lab-target";
import { testContainer, type TestContainer } from "@/server/testing/test-container";

const BY = { user: { id: "u", name: "Test" }, address: "192.0.2.1" };
const PLACE = { address: "10.203.1.240", port: 22, user: "pi" };
const FILE = "~pi/.ssh/authorized_keys";

let panel: TestContainer;
let c: Container;
let row: HostRow;
beforeAll(async () => {
  panel = await testContainer();
  c = panel.container;
});
afterAll(() => panel[Symbol.asyncDispose]());
beforeEach(async () => {
  await plugHost("spare", PLACE.address);
  const [probe] = await probeHosts([PLACE]);
  if (probe === undefined || "problem" in probe) throw new Error("spare shows no key");
  const { fingerprint, hostKeyType } = probe;
  const access = { kind: "password", password: LAB_PASSWORD } as const;
  row = must(await addHost(c, { ...PLACE, fingerprint, hostKeyType, access }, BY));
  return () => unplugHost("spare");
});

describe("a host that is removed", () => {
  it("loses the panel's key and nobody else's", async () => {
    await mustExec("spare", `echo 'ssh-ed25519 AAAAother other@laptop' >>${FILE}`);
    const before = (await mustExec("spare", `cat ${FILE}`)).split("\n");
    const { publicLine } = await c.ssh.panelKey();
    expect(before).toContain(publicLine);
    const removed = must(await removeHost(c, { id: row.id, key: "remove" }, BY));
    expect(removed).toEqual({ key: "removed", problem: null, byHand: null });
    const after = (await mustExec("spare", `cat ${FILE}`)).split("\n");
    expect(after).toEqual(before.filter((line) => line !== publicLine));
    expect(await mustExec("spare", `stat -c '%a %U' ${FILE}; ls ~pi/.ssh`)).toBe(
      "600 pi\nauthorized_keys",
    );
    const audit = await c.db.auditEntry.findFirst({
      where: { action: "host.remove", object: `host:${row.id}` },
    });
    expect(audit?.detail).toContain('"key":"removed"');
  });

  it("keeps it when nobody asked for more", async () => {
    const kept = must(await removeHost(c, { id: row.id, key: "keep" }, BY));
    expect(kept).toEqual({ key: "kept", problem: null, byHand: null });
    const { publicLine } = await c.ssh.panelKey();
    expect(await mustExec("spare", `cat ${FILE}`)).toContain(publicLine);
  });

  it("is forgotten when it does not answer too, and the answer says how to remove the key by hand", async () => {
    await mustExec("spare", "systemctl stop ssh.socket ssh.service");
    await c.ssh.forget(row.id);
    const left = must(await removeHost(c, { id: row.id, key: "remove" }, BY));
    expect(left).toMatchObject({ key: "left", problem: { code: "ssh.refused" } });
    expect(await c.db.host.count()).toBe(0);
    await mustExec("spare", left.byHand ?? "false");
    const { publicLine } = await c.ssh.panelKey();
    const after = await mustExec("spare", `cat ${FILE}`);
    expect(after).not.toContain(publicLine);
    expect(after).toContain("ssh-");
  });
});
