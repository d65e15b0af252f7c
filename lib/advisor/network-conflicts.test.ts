import { expect, it } from "vitest";
import { dnsOf, networkConflicts } from "./network-conflicts";

const defaults = { clusterCidr: "10.42.0.0/16", serviceCidr: "10.43.0.0/16" };
const lan = { hostName: "lb", cidr: "192.168.1.0/24" };

it("k3s's own networks are fine beside a home network", () => {
  expect(networkConflicts({ ...defaults, hosts: [lan] })).toEqual([]);
});

it("a host's network inside the pod network is named, with a free one to use", () => {
  const inside = { hostName: "worker1", cidr: "10.42.7.0/24" };
  expect(networkConflicts({ ...defaults, hosts: [lan, inside] })).toEqual([
    { field: "clusterCidr", with: inside, free: "10.52.0.0/16" },
  ]);
});

it("a host in 10.0.0.0/8 leaves only the 172 block free", () => {
  const wide = { hostName: "db", cidr: "10.0.0.0/8" };
  expect(networkConflicts({ ...defaults, hosts: [wide] })).toEqual([
    { field: "clusterCidr", with: wide, free: "172.20.0.0/16" },
    { field: "serviceCidr", with: wide, free: "172.21.0.0/16" },
  ]);
});

it("services inside the pod network are moved out of it", () => {
  const [conflict] = networkConflicts({ ...defaults, serviceCidr: "10.42.8.0/24", hosts: [lan] });
  expect(conflict).toEqual({ field: "serviceCidr", with: "pods", free: "10.43.0.0/16" });
});

it("half-typed networks conflict with nothing", () => {
  expect(networkConflicts({ clusterCidr: "10.4", serviceCidr: "", hosts: [lan] })).toEqual([]);
});

it("DNS is the tenth address of the service network", () => {
  expect(dnsOf("10.43.0.0/16")).toBe("10.43.0.10");
  expect(dnsOf("172.21.0.0/16")).toBe("172.21.0.10");
  expect(dnsOf("10.43")).toBeNull();
});
