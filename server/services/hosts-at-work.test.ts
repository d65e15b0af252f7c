import { expect, it } from "vitest";
import { testContainer } from "@/server/testing/test-container";
import { areHostsAtWork } from "./hosts-at-work";

const apply = (siteId: string) => ({
  clusterId: null,
  siteId,
  operation: { kind: "apply-site", siteId, revision: 1, keep: "proof" },
});

async function prepared() {
  const panel = await testContainer();
  const { db } = panel.container;
  const host = { address: "192.168.1.10", user: "pi" };
  const [one, two] = [
    await db.host.create({ data: { ...host, name: "one" } }),
    await db.host.create({ data: { ...host, name: "two", address: "192.168.1.11" } }),
  ];
  const site = await db.site.create({
    data: { name: "Home", hosts: { create: [{ hostId: one.id }] } },
  });
  const cluster = await db.cluster.create({
    data: {
      ...{ name: "c", spec: "{}" },
      members: { create: [{ hostId: one.id, role: "server", position: 0 }] },
    },
  });
  const job = (about: object, state = "running") =>
    db.job.create({
      data: { number: 1, title: "t", startedBy: "ada", operation: "{}", state, ...about },
    });
  return { panel, one, two, site, cluster, job };
}

it("keeps a site's job off hosts on which a cluster's job works, and the other way round", async () => {
  const { panel, site, cluster, job } = await prepared();
  await using kept = panel;
  const { db } = kept.container;
  expect(await areHostsAtWork(db, apply(site.id))).toBe(false);
  const { id } = await job({ clusterId: cluster.id });
  expect(await areHostsAtWork(db, apply(site.id))).toBe(true);
  await db.job.delete({ where: { id } });
  await job({ siteId: site.id });
  const create = { clusterId: cluster.id, operation: { kind: "create" } };
  expect(await areHostsAtWork(db, create)).toBe(true);
});

it("knows the hosts that only an operation names", async () => {
  const { panel, one, two, site, job } = await prepared();
  await using kept = panel;
  const { db } = kept.container;
  const reboot = (hostId: string) => ({ kind: "reboot", hostIds: [hostId], boots: {} });
  await job({ operation: JSON.stringify(reboot(two.id)) });
  expect(await areHostsAtWork(db, apply(site.id))).toBe(false);
  expect(await areHostsAtWork(db, { clusterId: null, operation: reboot(two.id) })).toBe(true);
  await db.job.updateMany({ data: { operation: JSON.stringify(reboot(one.id)) } });
  expect(await areHostsAtWork(db, apply(site.id))).toBe(true);
});

it("does not mind jobs that have ended", async () => {
  const { panel, cluster, site, job } = await prepared();
  await using kept = panel;
  const { db } = kept.container;
  await job({ clusterId: cluster.id }, "succeeded");
  expect(await areHostsAtWork(db, apply(site.id))).toBe(false);
});
