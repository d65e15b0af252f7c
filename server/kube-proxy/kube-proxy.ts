import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Container } from "@/server/container";
import { type AdmittedRequest, admitRequest } from "./admit-request";
import type { Refusal } from "./api-status";
import { forwardRequest, sendRefusal } from "./forward-request";
import { forwardUpgrade, refuseUpgrade } from "./forward-upgrade";
import type { KubeTokens } from "./kube-tokens";
import { recordRequest } from "./record-request";
import { createUpstreams, type Upstream } from "./upstream";

/** Source: Kubernetes API: exec, attach and port-forward speak one of these. */
const PROTOCOLS = /^(websocket|spdy\/3\.1)$/i;

/** The way through the panel to clusters, for kubectl. */
export interface KubeProxy {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** Ends whatever runs through it. */
  close(): void;
}

interface Needs extends Pick<Container, "audit" | "bus" | "kube" | "log"> {
  /** Who may come in, and what runs for them. */
  readonly kubeTokens: Pick<KubeTokens, "find" | "streams">;
}

const tooMany: Refusal = {
  httpStatus: 429,
  message: "Too many commands run through this kubeconfig at once. End some of them.",
};

const noProtocol: Refusal = {
  httpStatus: 400,
  message: "Gandalf passes on upgrades to websocket and SPDY/3.1 only.",
};

/** Makes it. The front door hands it whatever is asked under /k8s/. */
export function createKubeProxy(container: Needs): KubeProxy {
  const { audit, bus, kube, kubeTokens, log } = container;
  const upstreams = createUpstreams(kube);
  const stopListening = bus.on("cluster.credentials", ({ clusterId }) =>
    upstreams.renew(clusterId),
  );

  const connect = async (clusterId: string): Promise<Upstream | Refusal> => {
    const upstream = await upstreams.of(clusterId);
    if (!upstream.ok) return { httpStatus: 502, message: upstream.problem.detail };
    const ready = await kube.ensureGroups(clusterId);
    return ready.ok ? upstream.value : { httpStatus: 502, message: ready.problem.detail };
  };

  /** Everything before the first byte goes on; answers where to, or why not. */
  const open = async (request: IncomingMessage, end: () => void) => {
    const admission = await admitRequest(kubeTokens, request);
    if ("refusal" in admission) return admission;
    const { admitted } = admission;
    const { role } = admitted.pass.user;
    const ended = kubeTokens.streams.add(admitted.pass.id, { role, end });
    if (ended === null) return { refusal: tooMany };
    const upstream = await connect(admitted.pass.clusterId);
    if (!("httpStatus" in upstream)) return { admitted, upstream, ended };
    ended();
    return { refusal: upstream };
  };

  const record = (admitted: AdmittedRequest, httpStatus: number | null) =>
    recordRequest(audit, admitted, httpStatus).catch((error: unknown) =>
      log.error({ err: error }, "a request to a cluster could not be recorded"),
    );

  return {
    request: async (request, response) => {
      const opened = await open(request, () => response.destroy());
      if ("refusal" in opened) return sendRefusal(response, opened.refusal);
      const { admitted, upstream, ended } = opened;
      if (response.destroyed) return ended();
      response.once("close", ended);
      await record(admitted, await forwardRequest({ request, response, admitted, upstream }));
    },
    upgrade: async (request, socket, head) => {
      if (!PROTOCOLS.test(request.headers.upgrade ?? "")) return refuseUpgrade(socket, noProtocol);
      const opened = await open(request, () => socket.destroy());
      if ("refusal" in opened) return refuseUpgrade(socket, opened.refusal);
      const { admitted, upstream, ended } = opened;
      if (socket.destroyed) return ended();
      socket.once("close", ended);
      await record(admitted, await forwardUpgrade({ request, socket, head, admitted, upstream }));
    },
    close: () => {
      stopListening();
      const { streams } = kubeTokens;
      for (const id of streams.ids()) streams.endUnless(id, () => false);
      upstreams.closeAll();
    },
  };
}
