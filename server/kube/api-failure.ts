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
  FORBIDDEN: "leads to a link-local or metadata address, where the panel never connects",
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

/** Something answers that is no Kubernetes API: the sign-in page of a network, a proxy, another program. */
export const strangeFailure = (server: string): ApiFailure =>
  failure(
    {
      code: "cluster.refused",
      detail: `What answers at ${server} does not speak as a Kubernetes API does.`,
      remedies: [
        "Check that this address leads to the cluster and not to a proxy or another program.",
        "If the panel's network has a sign-in page of its own, sign in there.",
      ],
    },
    502,
  );

/** More came than was asked for, or than can be kept in memory. */
export const tooLargeFailure = (server: string): ApiFailure =>
  failure(
    {
      code: "cluster.refused",
      detail: `An answer of the API at ${server} is larger than the panel reads.`,
      remedies: ["Look for very large objects: config maps, secrets and custom resources."],
    },
    413,
  );

/** Longer than this nothing is left alone, whatever was asked for: a wrong figure would be an outage. */
const MAX_RETRY_AFTER_MS = 10 * 60_000;

/** Source: RFC 9110, "Retry-After": seconds, or a date, which Kubernetes never sends. */
function retryAfterOf({ retryAfter, status }: Answer): number | null {
  const seconds = Number(retryAfter ?? status?.details?.retryAfterSeconds ?? Number.NaN);
  if (!Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(seconds * 1000, MAX_RETRY_AFTER_MS);
}

interface Answer {
  readonly server: string;
  readonly httpStatus: number;
  /** The Retry-After header. */
  readonly retryAfter: string | undefined;
  /** The body, when it was a Status object. */
  readonly status: KubeStatus | null;
}

/** What an answer other than 2xx means. Source: Kubernetes API conventions, "HTTP Status codes". */
export function answerFailure(answer: Answer): ApiFailure {
  const { server, httpStatus, status } = answer;
  const said = status?.message ? `: ${status.message}` : "";
  if (httpStatus === 401)
    return credentialsFailure(
      server,
      `The API at ${server} no longer accepts the panel's credentials: they expired or were replaced.`,
    );
  if (httpStatus === 429)
    return failure(
      {
        code: "cluster.busy",
        detail: `The API at ${server} asks the panel to slow down.`,
        remedies: ["Wait: the panel asks again by itself, as late as it was told."],
      },
      429,
      retryAfterOf(answer),
    );
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
      retryAfterOf(answer),
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

/** The credentials may read, but not ask as the people who use the panel. */
export const readOnlyFailure = (): ApiFailure =>
  failure(
    {
      code: "cluster.read-only",
      detail:
        "The panel can only read this cluster: its kubeconfig may not act as the people who use the panel.",
      remedies: [
        "Open the cluster's page: it shows the YAML that grants it, for an administrator of the cluster.",
        "Or replace the kubeconfig by one of an administrator.",
      ],
    },
    403,
  );

/** The panel has no hand on an adopted cluster's hosts: what can be done lies with its kubeconfig and its owner. */
const ADOPTED_REMEDIES: Readonly<Partial<Record<Problem["code"], readonly string[]>>> = {
  "cluster.credentials": ["Replace the kubeconfig: More actions → Replace the kubeconfig…"],
  "cluster.unreachable": [
    "Check from the panel's machine that this address answers: a firewall or VPN may be in the way.",
    "If the cluster moved, replace the kubeconfig: More actions → Replace the kubeconfig…",
  ],
  "cluster.refused": [
    "Check the rights of the kubeconfig in the cluster.",
    "If the cluster's certificates were renewed with another authority, replace the kubeconfig.",
  ],
};

/** The same failure, as it is told of an adopted cluster. */
export const adoptedFailure = (told: ApiFailure): ApiFailure => ({
  ...told,
  remedies: ADOPTED_REMEDIES[told.code] ?? told.remedies,
});
