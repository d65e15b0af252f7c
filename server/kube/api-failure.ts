import type { Problem } from "@/lib/core/problem";
import { isDatastoreCheck } from "@/lib/kube/health-checks";
import type { KubeStatus } from "@/lib/kube/kube-object";

/** A problem of the cluster's API, with what the cache needs to go on. */
export interface ApiFailure extends Problem {
  /** null when there was no answer at all. */
  readonly httpStatus: number | null;
  /** What the API asked for, or null. */
  readonly retryAfterMs: number | null;
}

/** Without the parts that only the cache needs, as it goes to browsers. */
export const problemOf = ({ code, detail, remedies }: Problem): Problem => ({
  code,
  detail,
  remedies,
});

const failure = (
  problem: Problem,
  httpStatus: number | null = null,
  retryAfterMs: number | null = null,
): ApiFailure => ({ ...problem, httpStatus, retryAfterMs });

/** Source: Node.js, "Common system errors" and TLS error codes; OpenSSL x509_vfy. */
const LINK_SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "refuses connections",
  ECONNRESET: "closed the connection",
  EPIPE: "closed the connection",
  ETIMEDOUT: "does not answer",
  EHOSTUNREACH: "cannot be reached from the panel",
  ENETUNREACH: "cannot be reached from the panel",
  ENOTFOUND: "has a name that no DNS server knows",
  EAI_AGAIN: "has a name that no DNS server knows",
};

const TLS_SENTENCES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "shows a certificate that has expired",
  CERT_NOT_YET_VALID: "shows a certificate that is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "shows a certificate for other names",
  DEPTH_ZERO_SELF_SIGNED_CERT: "shows a certificate that the cluster's authority did not sign",
  SELF_SIGNED_CERT_IN_CHAIN: "shows a certificate that the cluster's authority did not sign",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "shows a certificate that the cluster's authority did not sign",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "shows a certificate that the cluster's authority did not sign",
  CERT_SIGNATURE_FAILURE: "shows a certificate that the cluster's authority did not sign",
};

const TLS_REMEDIES: Readonly<Record<string, readonly string[]>> = {
  CERT_HAS_EXPIRED: [
    "Restart k3s on the servers, one at a time: it renews its certificates when it starts.",
    "Check the clocks of the panel and of the servers.",
  ],
  CERT_NOT_YET_VALID: ["Check the clocks of the panel and of the servers."],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    "Add this address to the cluster's extra TLS names and apply the settings.",
  ],
};

/** What an error of the connection means. `code` is Node's; "TIMEOUT" is ours. */
export function linkFailure(server: string, code: string): ApiFailure {
  const tls = TLS_SENTENCES[code];
  if (tls !== undefined)
    return failure({
      code: "cluster.refused",
      detail: `The API at ${server} ${tls}.`,
      remedies: TLS_REMEDIES[code] ?? [
        "Check that this address leads to the cluster and not to another machine.",
      ],
    });
  if (/^ERR_(SSL|OSSL)|EPROTO/.test(code))
    return credentialsFailure(server, `The API at ${server} refuses the panel's certificate.`);
  return failure({
    code: "cluster.unreachable",
    detail: `The API at ${server} ${LINK_SENTENCES[code] ?? "does not answer"}.`,
    remedies: [
      "Check that the load balancer and at least one server are switched on.",
      "On a server: systemctl status k3s",
    ],
  });
}

/** The API answers, but says itself that it is not ready. `failing` names its checks. */
export const notReadyFailure = (server: string, failing: readonly string[]): ApiFailure =>
  failure(
    {
      code: "cluster.unreachable",
      detail: `The API at ${server} is not ready${failing.length > 0 ? `: ${failing.join(", ")} failed` : ""}.`,
      remedies: failing.some(isDatastoreCheck)
        ? ["Check that the datastore host is on and its database runs: the API cannot do without."]
        : ["Wait a moment: a server that just started is not ready at once."],
    },
    503,
  );

/** The panel has nothing to open this cluster's API with. */
export const noCredentialsFailure = (): ApiFailure =>
  failure({
    code: "cluster.credentials",
    detail: "The panel has no credentials for this cluster yet.",
    remedies: ["Let the job that creates the cluster end; it brings them."],
  });

/** What is stored as the cluster's kubeconfig cannot be used. */
export const unusableCredentialsFailure = ({ detail, remedies }: Problem): ApiFailure =>
  failure({ code: "cluster.credentials", detail, remedies });

const credentialsFailure = (server: string, detail: string) =>
  failure(
    {
      code: "cluster.credentials",
      detail,
      remedies: [
        `Apply the cluster's settings again: the panel then reads new credentials from a server.`,
        "If the cluster was built anew, remove it here and adopt it again.",
      ],
    },
    401,
  );

interface Answer {
  readonly server: string;
  readonly httpStatus: number;
  /** The Retry-After header. */
  readonly retryAfter: string | undefined;
  /** The body, when it was a Status object. */
  readonly status: KubeStatus | null;
}

/** What an answer other than 2xx means. Source: Kubernetes API conventions, "HTTP Status codes". */
export function answerFailure({ server, httpStatus, retryAfter, status }: Answer): ApiFailure {
  const said = status?.message ? `: ${status.message}` : "";
  if (httpStatus === 401)
    return credentialsFailure(
      server,
      `The API at ${server} no longer accepts the panel's credentials: they expired or were replaced.`,
    );
  if (httpStatus === 429) {
    const seconds = Number(retryAfter ?? status?.details?.retryAfterSeconds ?? 1);
    return failure(
      {
        code: "cluster.busy",
        detail: `The API at ${server} asks the panel to slow down.`,
        remedies: ["Wait: the panel asks again by itself, as late as it was told."],
      },
      429,
      Number.isFinite(seconds) ? seconds * 1000 : null,
    );
  }
  if (httpStatus >= 500)
    return failure(
      {
        code: "cluster.unreachable",
        detail: `The API at ${server} answers with error ${httpStatus}${said}.`,
        remedies: [
          "Check that at least one server runs: systemctl status k3s",
          "Check that the datastore answers: an API without its database answers like this.",
        ],
      },
      httpStatus,
    );
  return failure(
    {
      code: "cluster.refused",
      detail: `The API at ${server} refused the request (${httpStatus})${said}.`,
      remedies: ["Check the rights of the panel's credentials in the cluster."],
    },
    httpStatus,
  );
}
