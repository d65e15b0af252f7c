import { isAddress } from "@/lib/render/address";
import { isDnsName } from "@/lib/schemas/network";
import { expect, it } from "vitest";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { haproxyConfig } from "./config";

const servers = [
  { name: "master1", address: "192.168.1.220" },
  { name: "master2", address: "192.168.1.221" },
];
const ingress = [{ name: "worker1", address: "192.168.1.230" }];

it("leads 6443 to the servers, and 80, 443 and 8080 to the nodes of the web sites", () => {
  const text = haproxyConfig({ servers, ingress });
  expect(text.slice(text.indexOf("listen kubernetes"))).toBe(`listen kubernetes
    bind :6443
    mode tcp
    option tcplog
    option tcp-check
    server master1 192.168.1.220:6443 check
    server master2 192.168.1.221:6443 check

listen https
    bind :443
    mode tcp
    option tcplog
    option ssl-hello-chk
    server worker1 192.168.1.230:443 check

listen http
    bind :80
    mode http
    option httplog
    option forwardfor
    server worker1 192.168.1.230:80 check

listen http-alt
    bind :8080
    mode http
    option httplog
    option forwardfor
    server worker1 192.168.1.230:8080 check
`);
});

it("takes turns, cuts the connections of a dead server, and leaves silent watches open", () => {
  const text = haproxyConfig({ servers, ingress });
  expect(text).toMatch(/balance roundrobin/);
  expect(text).toMatch(/default-server .*on-marked-down shutdown-sessions/);
  expect(text).toMatch(/timeout client 1h\n {4}timeout server 1h/);
  expect(text).toMatch(/bind 127\.0\.0\.1:8404/);
});

it("stands without any node for the web sites", () => {
  expect(haproxyConfig({ servers, ingress: [] })).toMatch(/listen http\n {4}bind :80\n/);
});

it("lets no name or address write a line of its own", () => {
  for (const value of HOSTILE) {
    if (isAddress(value) || isDnsName(value)) continue;
    expect(() =>
      haproxyConfig({ servers: [{ name: value, address: "192.168.1.1" }], ingress }),
    ).toThrow();
    expect(() => haproxyConfig({ servers: [{ name: "a", address: value }], ingress })).toThrow();
  }
});
