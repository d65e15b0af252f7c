/** What a request to the API is about, as RBAC sees it. Source: Kubernetes, "Determine the Request Verb". */
export interface RequestInfo {
  /** "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection". */
  readonly verb: string;
  /** Empty for the core group and for paths that are no resource. */
  readonly group: string;
  /** "pods"; empty for paths such as /version. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  /** "exec", "log", "scale", or empty. */
  readonly subresource: string;
}

const VERBS: Readonly<Record<string, string>> = {
  POST: "create",
  PUT: "update",
  PATCH: "patch",
  DELETE: "delete",
};

/** Subresources of a namespace; anything else after its name is a resource in it. */
const NAMESPACE_PARTS = ["status", "finalize"];

/** Taken from the method and the target; `query` with its question mark. */
export function requestInfo(method: string, path: string, query: string): RequestInfo {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const [root, ...rest] = parts;
  const isCore = root === "api";
  if (!isCore && root !== "apis") return { ...NOTHING, verb: verbOf(method, "", query) };
  const group = isCore ? "" : (rest[0] ?? "");
  const place = rest.slice(isCore ? 1 : 2);
  const { namespace, resource, name, subresource } = locate(place);
  return { verb: verbOf(method, name, query), group, namespace, resource, name, subresource };
}

const NOTHING = { group: "", resource: "", namespace: "", name: "", subresource: "" };

function locate(place: readonly string[]) {
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = place;
  if (first !== "namespaces" || third === "" || NAMESPACE_PARTS.includes(third))
    return { namespace: "", resource: first, name: second, subresource: third };
  return { namespace: second, resource: third, name: fourth, subresource: fifth };
}

function verbOf(method: string, name: string, query: string): string {
  const verb = VERBS[method];
  if (verb !== undefined) return verb === "delete" && name === "" ? "deletecollection" : verb;
  const watch = new URLSearchParams(query).get("watch");
  if (watch === "true" || watch === "1" || watch === "") return "watch";
  return name === "" ? "list" : "get";
}

/** Open a way into a container, or out of it: as strong as a change, whatever the method. */
const WAYS_IN = ["exec", "attach", "portforward", "proxy"];

/** Questions that are asked with POST and change nothing. */
const QUESTIONS =
  /^(self)?subject(access|rules)reviews$|^localsubjectaccessreviews$|^selfsubjectreviews$|^tokenreviews$/;

/** Whether the request belongs into the audit: it changes something, opens a way in, or reads secrets. */
export function isWorthRecording({ verb, resource, subresource }: RequestInfo): boolean {
  if (QUESTIONS.test(resource)) return false;
  if (WAYS_IN.includes(subresource) || resource === "secrets") return true;
  return !["get", "list", "watch"].includes(verb);
}
