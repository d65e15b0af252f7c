import http, { type ClientRequest } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { fail, ok, type Result } from "@/lib/core/result";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { impersonation } from "@/lib/kube/panel-groups";
import type { SessionUser } from "@/lib/schemas/session";
import type { ApiFailure } from "@/server/kube/api-failure";
import { identityHeaders, tlsOptions } from "@/server/kube/api-link";
import type { KubeHub } from "@/server/kube/kube-hub";

/** Until the API has taken the connection; an answer may then take as long as a watch. */
const CONNECT_TIMEOUT_MS = 10_000;
/** A server that lost its power is noticed after this and ten probes, a second apart. */
const PROBE_AFTER_MS = 20_000;
/** Watches and followed logs hold a connection each. */
const MAX_SOCKETS = 512;

export interface UpstreamRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: http.OutgoingHttpHeaders;
  readonly user: Pick<SessionUser, "id" | "role">;
  /** A connection of its own, since it will carry another protocol. */
  readonly upgrade: boolean;
}

/** One cluster's API, asked in the name of people. */
export interface Upstream {
  readonly server: string;
  /** Not yet ended: the caller writes the body. */
  request(wanted: UpstreamRequest): ClientRequest;
  close(): void;
}

function createUpstream(credentials: KubeCredentials): Upstream {
  const { server } = credentials;
  const isSecure = server.startsWith("https:");
  const tls = isSecure ? tlsOptions(credentials) : {};
  const shared = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const agent = isSecure ? new https.Agent({ ...shared, ...tls }) : new http.Agent(shared);
  return {
    server,
    request: ({ method, path, headers, user, upgrade }) => {
      const sent = (isSecure ? https : http).request(`${server}${path}`, {
        method,
        headers: { ...headers, ...identityHeaders(credentials.identity), ...impersonation(user) },
        ...(upgrade ? { agent: false, ...tls } : { agent }),
      });
      sent.on("socket", watchOver);
      return sent;
    },
    close: () => agent.destroy(),
  };
}

function watchOver(socket: Socket): void {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, PROBE_AFTER_MS);
  if (!socket.connecting) return;
  const timer = setTimeout(
    () => socket.destroy(Object.assign(new Error("connect"), { code: "ETIMEDOUT" })),
    CONNECT_TIMEOUT_MS,
  );
  for (const event of ["connect", "close"]) socket.once(event, () => clearTimeout(timer));
}

/** Upstreams by cluster, made when first needed. */
export interface Upstreams {
  of(clusterId: string): Promise<Result<Upstream, ApiFailure>>;
  /** The credentials changed: connections made from the old ones end. */
  renew(clusterId: string): void;
  closeAll(): void;
}

/** Starts without any. */
export function createUpstreams(kube: Pick<KubeHub, "credentials">): Upstreams {
  const known = new Map<string, Upstream>();
  const renew = (clusterId: string) => {
    known.get(clusterId)?.close();
    known.delete(clusterId);
  };
  return {
    renew,
    of: async (clusterId) => {
      const open = known.get(clusterId);
      if (open !== undefined) return ok(open);
      const credentials = await kube.credentials(clusterId);
      if (!credentials.ok) return fail(credentials.problem);
      const made = known.get(clusterId) ?? createUpstream(credentials.value);
      known.set(clusterId, made);
      return ok(made);
    },
    closeAll: () => [...known.keys()].forEach(renew),
  };
}
