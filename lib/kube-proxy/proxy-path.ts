/** Where kubectl finds a cluster's API on the panel. */
export const PROXY_PREFIX = "/k8s/";

/** Source: RFC 9110 section 4.1 asks for at least 8000; the API's own selectors stay far below. */
const MAX_LENGTH = 8192;

/** A request's target, taken apart. */
export interface ProxyPath {
  readonly clusterId: string;
  /** "/api/v1/pods", exactly as it was written. */
  readonly path: string;
  /** "?watch=true", or empty. */
  readonly query: string;
}

const TARGET = /^\/k8s\/([a-z0-9]{8,40})(\/[^?#]*)?(\?[^#]*)?$/;

/**
 * The cluster and the API's path that a request's target names; null when the target could mean another path to
 * somebody behind us: empty segments, dots, slashes in disguise, control characters, percent signs of nothing.
 */
export function parseProxyPath(target: string): ProxyPath | null {
  if (target.length > MAX_LENGTH || !/^[\x21-\x7e]*$/.test(target)) return null;
  const match = TARGET.exec(target);
  if (match === null) return null;
  const [, clusterId = "", path = "/", query = ""] = match;
  const segments = path.slice(1).split("/");
  const isLast = (index: number) => index === segments.length - 1;
  const allPlain = segments.every((segment, index) =>
    segment === "" ? isLast(index) : isPlain(segment),
  );
  return allPlain ? { clusterId, path, query } : null;
}

/** A segment that every reader understands alike. */
function isPlain(segment: string): boolean {
  const text = decode(segment);
  if (text === null || text === "." || text === "..") return false;
  // A percent sign that is left after decoding would be decoded again by a careless reader.
  return !/[/\\%\u0000-\u001f\u007f]/.test(text);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
