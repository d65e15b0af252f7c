import { connect as connectTls } from "node:tls";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { fail, ok, type Result } from "@/lib/core/result";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { impersonation } from "@/lib/kube/panel-groups";
import type { OpenScheme } from "@/lib/schemas/opening";
import type { SessionUser } from "@/lib/schemas/session";
import { type ApiFailure, linkFailure } from "@/server/kube/api-failure";
import { identityHeaders, tlsOptions } from "@/server/kube/api-link";
import { readRefusal } from "@/server/kube/read-refusal";
import { ForwardStream } from "./forward-stream";

/** Source: Kubernetes, port-forward over WebSocket; newer kubelets and all older ones speak it. */
const PROTOCOL = "v4.channel.k8s.io";
/** A node that lost its power is noticed after this; then another pod is tried. */
const HANDSHAKE_MS = 10_000;

/** A port of a pod. */
export interface PodPort {
  readonly namespace: string;
  readonly pod: string;
  readonly port: number;
}

interface Dial {
  readonly credentials: KubeCredentials;
  readonly user: Pick<SessionUser, "id" | "role">;
  readonly place: PodPort;
  readonly scheme: OpenScheme;
}

function urlOf(server: string, { namespace, pod, port }: PodPort): string {
  const url = new URL(`${server}/api/v1/namespaces/${namespace}/pods/${pod}/portforward`);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("ports", String(port));
  return url.href;
}

/** Connects to a port of a pod in the person's own name; the pod itself may still refuse when something is sent. */
export async function dialPod(dial: Dial): Promise<Result<Duplex, ApiFailure>> {
  const stream = await openStream(dial);
  return stream.ok && dial.scheme === "https" ? overTls(stream.value) : stream;
}

function openStream({ credentials, user, place }: Dial): Promise<Result<Duplex, ApiFailure>> {
  const { server } = credentials;
  const socket = new WebSocket(urlOf(server, place), PROTOCOL, {
    headers: {
      ...(identityHeaders(credentials.identity) as Record<string, string>),
      ...impersonation(user),
    },
    handshakeTimeout: HANDSHAKE_MS,
    perMessageDeflate: false,
    ...(server.startsWith("https:") ? tlsOptions(credentials) : {}),
  });
  return new Promise((resolve) => {
    // Within the event: the first message may be right behind it.
    socket.once("open", () => resolve(ok(new ForwardStream(socket))));
    socket.once(
      "unexpected-response",
      (_, answer) => void readRefusal(server, answer).then((problem) => resolve(fail(problem))),
    );
    socket.on("error", (error: NodeJS.ErrnoException) =>
      resolve(fail(linkFailure(server, error.code ?? "TIMEOUT"))),
    );
  });
}

/** The certificates of apps in a cluster are their own; the way there is proven by the API's. */
const overTls = (socket: Duplex): Promise<Result<Duplex, ApiFailure>> =>
  new Promise((resolve, reject) => {
    const secured = connectTls({ socket, rejectUnauthorized: false, ALPNProtocols: ["http/1.1"] });
    secured.once("secureConnect", () => {
      secured.off("error", reject);
      resolve(ok(secured));
    });
    secured.once("error", reject);
  });
