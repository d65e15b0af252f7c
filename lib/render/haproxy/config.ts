import { isAddress } from "@/lib/render/address";
import { isDnsName } from "@/lib/schemas/network";

export interface Backend {
  readonly name: string;
  readonly address: string;
}

export interface HaproxyInput {
  /** k3s servers: behind 6443. */
  readonly servers: readonly Backend[];
  /** Nodes on which Traefik may run: behind 80, 443 and 8080. */
  readonly ingress: readonly Backend[];
}

/**
 * Checks: a dead server is out after about 2.5 s, a new one in after about 1.5 s; its connections are cut, so
 * that agents and kubectl turn to the other one. An hour for client and server, because a Kubernetes
 * watch may be silent for long. Source: HAProxy configuration manual 2.2 and later (5.2 "Server and
 * default-server options", 4.2 "timeout client", "option tcp-check", "option ssl-hello-chk").
 */
const HEAD = `# Written by Gandalf.
global
    log /dev/log local0
    chroot /var/lib/haproxy
    stats socket /run/haproxy/admin.sock mode 660 level admin
    stats timeout 30s
    user haproxy
    group haproxy
    maxconn 4096
    daemon

defaults
    log global
    option dontlognull
    option redispatch
    retries 3
    balance roundrobin
    timeout connect 3s
    timeout client 1h
    timeout server 1h
    timeout tunnel 1h
    timeout http-request 30s
    timeout http-keep-alive 30s
    default-server inter 1s fastinter 500ms downinter 1s fall 2 rise 2 on-marked-down shutdown-sessions

listen stats
    mode http
    bind 127.0.0.1:8404
    stats enable
    stats uri /
`;

/** haproxy.cfg of the cluster's load balancer. Throws for what no schema lets through. */
export function haproxyConfig({ servers, ingress }: HaproxyInput): string {
  return [
    HEAD,
    section(
      {
        name: "kubernetes",
        port: 6443,
        options: ["mode tcp", "option tcplog", "option tcp-check"],
      },
      servers,
    ),
    section(
      { name: "https", port: 443, options: ["mode tcp", "option tcplog", "option ssl-hello-chk"] },
      ingress,
    ),
    section({ name: "http", port: 80, options: HTTP }, ingress),
    section({ name: "http-alt", port: 8080, options: HTTP }, ingress),
  ].join("\n");
}

const HTTP = ["mode http", "option httplog", "option forwardfor"];

interface Listener {
  readonly name: string;
  readonly port: number;
  readonly options: readonly string[];
}

function section({ name, port, options }: Listener, backends: readonly Backend[]): string {
  const lines = [`bind :${port}`, ...options, ...backends.map((backend) => server(backend, port))];
  return `listen ${name}\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

function server({ name, address }: Backend, port: number): string {
  if (!isDnsName(name) || !isAddress(address))
    throw new Error(`not a server of HAProxy: ${JSON.stringify({ name, address })}`);
  const host = address.includes(":") ? `ipv6@${address}` : address;
  return `server ${name} ${host}:${port} check`;
}
