import type { AddressInfo } from "node:net";
import type { UserRole } from "@/lib/schemas/session";
import { reveal } from "@/lib/core/secret";
import type { Container } from "@/server/container";
import { createFront } from "@/server/http/front";
import { acceptTls } from "@/server/http/tls-entry";
import { signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { createKubeProxy } from "../kube-proxy";
import { panelCertificate } from "../panel-certificate";

const DAY_MS = 24 * 3_600_000;

/** A front door with a way to one cluster behind it. */
export interface OpenPanel extends AsyncDisposable {
  readonly panel: TestContainer;
  readonly container: Container;
  readonly port: number;
  readonly clusterId: string;
  /** A token for somebody of that role. */
  tokenFor(role: UserRole): Promise<{ token: string; tokenId: string; userId: string }>;
}

/** Opens it over a hub that leads to the cluster under test. */
export async function openPanel(kube: Container["kube"], port = 0): Promise<OpenPanel> {
  const panel = await testContainer();
  const container = { ...panel.container, kube };
  const cluster = await container.db.cluster.create({
    data: { name: "lab", state: "ready", spec: "{}" },
  });
  const clusters = createKubeProxy(container);
  const server = createFront(container, {
    pages: Promise.resolve(async (_, response) => void response.end("a page")),
    live: (_, socket) => void socket.destroy(),
    developmentUpgrade: null,
    clusters,
  });
  const dropSilent = acceptTls(server, () => panelCertificate(container.vault, container.clock));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    panel,
    container,
    port: (server.address() as AddressInfo).port,
    clusterId: cluster.id,
    tokenFor: async (role) => {
      const { id } = await signedIn(container, role);
      const wanted = { userId: id, clusterId: cluster.id, name: "laptop", ttlMs: DAY_MS };
      const made = await container.kubeTokens.create(wanted);
      return { token: reveal(made.token), tokenId: made.id, userId: id };
    },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      clusters.close();
      dropSilent();
      server.closeAllConnections();
      await closed; // nothing that came in holds the panel up
      await panel[Symbol.asyncDispose]();
    },
  };
}
