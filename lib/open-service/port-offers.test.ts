import { expect, test } from "vitest";
import { portOffers } from "./port-offers";

test("a service offers its TCP ports, pages first", () => {
  const spec = {
    ports: [
      { name: "mysql", port: 3306, targetPort: 3306 },
      { name: "dns", port: 53, protocol: "UDP" },
      { name: "metrics", port: 9113 },
      { port: 8443, targetPort: "https" },
      { name: "web", port: 7000, targetPort: 80 },
    ],
  };
  const { ports, other } = portOffers("Service", { spec });
  expect(ports.map(({ port, scheme, isPage }) => [port, scheme, isPage])).toEqual([
    [8443, "https", true],
    [7000, "http", true],
    [9113, "http", true],
    [3306, "http", false],
  ]);
  expect(other).toBe(false);
});

test("a workload offers what its containers name, each once, and any other port", () => {
  const containers = [
    { ports: [{ containerPort: 80, name: "http" }, { containerPort: 6379 }] },
    { ports: [{ containerPort: 80 }] },
  ];
  const initContainers = [
    { restartPolicy: "Always", ports: [{ containerPort: 15001 }] },
    { ports: [{ containerPort: 9999 }] },
  ];
  const offers = portOffers("Deployment", {
    spec: { template: { spec: { containers, initContainers } } },
  });
  expect(offers.ports.map(({ port }) => port)).toEqual([80, 15001, 6379]);
  expect(offers.other).toBe(true);
  expect(portOffers("Pod", { spec: { containers } }).ports.map(({ port }) => port)).toEqual([
    80, 6379,
  ]);
});

test("an object that names none offers none", () => {
  expect(portOffers("Service", {}).ports).toEqual([]);
  expect(portOffers("Pod", { spec: {} }).ports).toEqual([]);
});
