import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { connect, type PeerCertificate, type TLSSocket } from "node:tls";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { isLoopback } from "@/lib/kubeconfig/check-address";
import type { CheckLine } from "@/lib/schemas/adopt";
import { adoptedFailure, linkFailure } from "@/server/kube/api-failure";
import { guardedLookup, isForbidden } from "@/server/kube/forbidden-address";
import { failed, failedBy, passed } from "./check-line";

const CONNECT_TIMEOUT_MS = 8_000;

const placeOf = (server: string) => {
  const { hostname, port } = new URL(server);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 443) };
};

/** Whether the address leads somewhere the panel connects to. */
export async function checkAddress({ server }: KubeCredentials): Promise<CheckLine> {
  const { host } = placeOf(server);
  let addresses: readonly string[];
  try {
    addresses =
      isIP(host) === 0 ? (await lookup(host, { all: true })).map((of) => of.address) : [host];
  } catch {
    return failed("address", `No DNS server that the panel asks knows ${host}.`, {
      remedies: [
        "Check the name, or the DNS of the panel's machine: private clusters have private names.",
      ],
    });
  }
  const forbidden = addresses.find(isForbidden);
  if (forbidden !== undefined)
    return failed(
      "address",
      `${host} leads to ${forbidden}: link-local and metadata addresses are never connected to.`,
      { remedies: ["Use the address of the cluster's API."] },
    );
  const where = isIP(host) === 0 ? `${server} is at ${addresses.join(", ")}.` : `${server}`;
  return passed("address", where);
}

interface Shown {
  readonly code: string | null;
  readonly certificate: PeerCertificate | null;
}

/** One handshake, with nothing sent after it. */
function shake({ server, caPem, serverName }: KubeCredentials, verify: boolean): Promise<Shown> {
  const { host, port } = placeOf(server);
  const name = serverName ?? (isIP(host) === 0 ? host : undefined);
  return new Promise((resolve) => {
    const socket: TLSSocket = connect({
      ...{ host, port, lookup: guardedLookup, rejectUnauthorized: verify, minVersion: "TLSv1.2" },
      ...(name === undefined ? {} : { servername: name }),
      ...(caPem === "" ? {} : { ca: caPem }),
    });
    const end = (shown: Shown) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(shown);
    };
    const timer = setTimeout(() => end({ code: "TIMEOUT", certificate: null }), CONNECT_TIMEOUT_MS);
    socket.once("error", (error: NodeJS.ErrnoException) =>
      end({ code: error.code ?? "TIMEOUT", certificate: null }),
    );
    socket.once("secureConnect", () =>
      end({ code: null, certificate: socket.getPeerCertificate() }),
    );
  });
}

/** Whether the server proves to be the one that the kubeconfig means. Nothing secret is sent. */
export async function checkTls(credentials: KubeCredentials): Promise<CheckLine> {
  const { server, serverName } = credentials;
  const { code, certificate } = await shake(credentials, true);
  if (certificate !== null) {
    const ends = new Date(certificate.valid_to).toISOString().slice(0, 10);
    const as = serverName === undefined ? "" : ` as ${serverName}`;
    return passed("tls", `It proves to be the cluster${as}; its certificate ends ${ends}.`);
  }
  const failure = adoptedFailure(linkFailure(server, code ?? "TIMEOUT"));
  if (failure.code === "cluster.unreachable")
    return failedBy("tls", isLoopback(server) ? { ...failure, remedies: OWN_MACHINE } : failure);
  const shown = (await shake(credentials, false)).certificate;
  if (shown === null) return failedBy("tls", failure);
  const names = (shown.subjectaltname ?? "").replaceAll(/(DNS|IP Address):/g, "");
  const facts = `It shows ${String(shown.subject.CN ?? "a certificate")} for ${names || "no name"}, SHA-256 ${shown.fingerprint256}.`;
  return failed("tls", `${failure.detail} ${facts}`, { remedies: tlsRemedies(code, names) });
}

const OWN_MACHINE = [
  "This address is the panel's own machine. Write the cluster's address into the file in its place.",
  "If the cluster runs beside the panel, check that it is started.",
];

const tlsRemedies = (code: string | null, names: string): readonly string[] =>
  code === "ERR_TLS_CERT_ALTNAME_INVALID"
    ? [
        `Use one of these in the address, or add tls-server-name: ${names.split(", ")[0] ?? ""} to the cluster in the file.`,
        "Or make the cluster's certificate anew with this address in it.",
      ]
    : [
        "Check that this address leads to the cluster, and that certificate-authority-data is the cluster's own.",
        "Behind a proxy or load balancer that ends TLS itself, its authority has to stand in the file.",
      ];
