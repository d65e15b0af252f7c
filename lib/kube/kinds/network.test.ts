import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds";

const metadata = { name: "web", namespace: "shop", uid: "u" };

describe("a service", () => {
  const project = (spec: object, status = {}) => KINDS.services.project({ metadata, spec, status });

  it("shows its ports and what it selects", () => {
    const ports = [
      { name: "http", port: 80, nodePort: 30080, protocol: "TCP", targetPort: 8080 },
      { port: 53, protocol: "UDP" },
    ];
    expect(
      project({ type: "NodePort", clusterIP: "10.43.0.9", ports, selector: { app: "web" } }),
    ).toMatchObject({
      type: "NodePort",
      ports: ["http 80:30080/TCP", "53/UDP"],
      selector: { app: "web" },
      status: { word: "Active" },
    });
  });

  it("says that no load balancer took it, and what that needs on k3s", () => {
    const { status } = project({ type: "LoadBalancer" });
    expect(status).toMatchObject({ word: "No address", tone: "warn" });
    expect(status.remedy).toMatch(/servicelb/);
  });

  it("lists addresses of every origin", () => {
    const balanced = {
      loadBalancer: { ingress: [{ ip: "192.168.1.9" }, { hostname: "lb.example" }] },
    };
    const row = project({ type: "LoadBalancer", externalIPs: ["192.0.2.1"] }, balanced);
    expect(row.addresses).toEqual(["192.168.1.9", "lb.example", "192.0.2.1"]);
    expect(project({ type: "ExternalName", externalName: "db.example.org" }).addresses).toEqual([
      "db.example.org",
    ]);
  });

  it("tells a headless service from an ordinary one", () => {
    expect(project({ type: "ClusterIP", clusterIP: "None" }).type).toBe("Headless");
  });
});

describe("endpoints", () => {
  const project = (slice: object) =>
    KINDS.endpoints.project({
      metadata: { ...metadata, labels: { "kubernetes.io/service-name": "web" } },
      ...slice,
    });

  it("counts who is ready; not said means ready", () => {
    const row = project({
      endpoints: [
        { addresses: ["10.42.0.5"], targetRef: { kind: "Pod", name: "web-1" }, conditions: {} },
        {
          addresses: ["10.42.1.7"],
          targetRef: { kind: "Pod", name: "web-2" },
          conditions: { ready: false },
        },
      ],
      ports: [{ name: "http", port: 8080, protocol: "TCP" }],
    });
    expect(row).toMatchObject({
      service: "web",
      ready: 1,
      notReady: 1,
      targets: ["Pod/web-1", "Pod/web-2"],
      ports: ["http 8080/TCP"],
      status: { word: "Ready" },
    });
  });

  it("says that the selector matches no pod", () => {
    expect(project({ endpoints: null, ports: null }).status).toMatchObject({
      word: "Nothing behind it",
      tone: "warn",
    });
  });

  it("says that pods are there and none of them is ready", () => {
    const endpoints = [{ addresses: ["10.42.0.5"], conditions: { ready: false } }];
    expect(project({ endpoints }).status.word).toBe("None ready");
  });
});

describe("an ingress", () => {
  const backend = (name: string, number: number) => ({ service: { name, port: { number } } });
  const spec = {
    ingressClassName: "traefik",
    tls: [{ hosts: ["shop.example.org"] }],
    rules: [
      {
        host: "shop.example.org",
        http: {
          paths: [
            { path: "/", pathType: "Prefix", backend: backend("web", 80) },
            { path: "/api", pathType: "Prefix", backend: backend("api", 8080) },
          ],
        },
      },
      { http: { paths: [{ backend: { service: { name: "web", port: { name: "http" } } } }] } },
    ],
  };

  it("shows where each path leads", () => {
    const status = { loadBalancer: { ingress: [{ ip: "192.168.1.211" }] } };
    expect(KINDS.ingresses.project({ metadata, spec, status })).toMatchObject({
      hosts: ["shop.example.org", "*"],
      routes: ["shop.example.org/ → web:80", "shop.example.org/api → api:8080", "*/ → web:http"],
      services: ["web", "api"],
      addresses: ["192.168.1.211"],
      tls: true,
      status: { word: "Active" },
    });
  });

  it("says that no controller took it up", () => {
    expect(KINDS.ingresses.project({ metadata, spec }).status).toMatchObject({
      word: "No address",
      tone: "warn",
    });
  });

  it("knows a default backend", () => {
    const row = KINDS.ingresses.project({ metadata, spec: { defaultBackend: backend("web", 80) } });
    expect(row).toMatchObject({ routes: ["* → web:80"], services: ["web"] });
  });
});

describe("a Traefik route", () => {
  it("shows its rules and the services behind them", () => {
    const row = KINDS.ingressroutes.project({
      metadata,
      spec: {
        entryPoints: ["websecure"],
        tls: {},
        routes: [
          {
            kind: "Rule",
            match: "Host(`shop.example.org`) && PathPrefix(`/api`)",
            services: [{ name: "api", port: "http" }, { name: "api-canary" }],
            middlewares: [{ name: "strip" }],
          },
        ],
      },
    });
    expect(row).toMatchObject({
      matches: ["Host(`shop.example.org`) && PathPrefix(`/api`)"],
      backends: ["api:http", "api-canary"],
      services: ["api", "api-canary"],
      middlewares: ["strip"],
      tls: true,
    });
  });
});

describe("a network policy", () => {
  const project = (spec: object) => KINDS.networkpolicies.project({ metadata, spec });

  it("says whom it is for and what it allows", () => {
    expect(
      project({
        podSelector: { matchLabels: { app: "db" } },
        policyTypes: ["Ingress", "Egress"],
        ingress: [{ from: [{ podSelector: {} }] }],
        egress: [{}],
      }),
    ).toMatchObject({ pods: "app=db", rules: ["Ingress: 1 rule", "Egress: everything allowed"] });
  });

  it("says plainly that nothing gets in", () => {
    expect(project({ podSelector: {}, policyTypes: ["Ingress"] })).toMatchObject({
      pods: "every pod",
      rules: ["Ingress: nothing allowed"],
    });
  });
});
