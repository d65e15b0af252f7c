import type { IncomingMessage } from "node:http";
import { foreignIdentity } from "@/lib/kube-proxy/forwarded-headers";
import { parseProxyPath } from "@/lib/kube-proxy/proxy-path";
import { requestInfo, type RequestInfo } from "@/lib/kube-proxy/request-info";
import { admit } from "@/server/http/admit";
import { ADDRESS_HEADER } from "@/server/http/headers";
import type { Refusal } from "./api-status";
import type { KubePass, KubeTokens } from "./kube-tokens";

/** A request that may go on, as the API will see it. */
export interface AdmittedRequest {
  readonly pass: KubePass;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly info: RequestInfo;
  readonly address: string;
}

export type Admission = { readonly admitted: AdmittedRequest } | { readonly refusal: Refusal };

/** Source: Kubernetes API conventions, "Verbs on Resources": neither CONNECT nor TRACE is among them. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Larger than any object that fits into the API's datastore. Source: etcd, --max-request-bytes 1.5 MiB. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

const refuse = (httpStatus: Refusal["httpStatus"], message: string): Admission => ({
  refusal: { httpStatus, message },
});

/** The token of an Authorization header. Cookies are no way in here. */
const bearer = (header: string | undefined): string | null =>
  /^Bearer ([\w-]{43})$/i.exec(header ?? "")?.[1] ?? null;

/** What can be said before anybody is asked who this is. */
function faultOf({ headers }: IncomingMessage): Admission | null {
  const foreign = foreignIdentity(headers);
  if (foreign !== null)
    return refuse(403, `Gandalf decides who you are in the cluster: ${foreign} is refused.`);
  return Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES
    ? refuse(413, "Gandalf passes on at most 16 MiB in one request.")
    : null;
}

/** Decides whether a request goes on to the cluster. Asks the database only about requests that could. */
export async function admitRequest(
  tokens: Pick<KubeTokens, "find">,
  request: IncomingMessage,
): Promise<Admission> {
  const { method = "", headers } = request;
  const target = parseProxyPath(request.url ?? "");
  if (target === null || !METHODS.includes(method))
    return refuse(400, "Gandalf does not pass this method or path on to a cluster.");
  const fault = faultOf(request);
  if (fault !== null) return fault;
  const address = String(headers[ADDRESS_HEADER]);
  const token = bearer(headers.authorization);
  const pass = token === null ? null : await tokens.find(token, address);
  if (pass === null)
    return refuse(
      401,
      "Gandalf does not know this token, or it has ended. Download a new kubeconfig.",
    );
  if (pass.clusterId !== target.clusterId || !admit(pass.user, "kubeconfig:create").ok)
    return refuse(403, "This kubeconfig is for another cluster.");
  const info = requestInfo(method, target.path, target.query);
  return { admitted: { pass, method, path: target.path, query: target.query, info, address } };
}
