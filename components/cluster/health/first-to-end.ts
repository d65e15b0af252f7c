import type { CertificateHealth } from "@/lib/schemas/kube";

/**
 * The certificate that ends first, of those that could be read; null when none could. The load balancer has none
 * of its own: it shows that of a server, which is named instead. Of an adopted cluster only its address is known.
 */
export function firstToEnd(certificates: readonly CertificateHealth[]) {
  const dated = certificates.flatMap(({ host, name, expiresAt }) =>
    expiresAt === null
      ? []
      : [{ host, isOwn: name !== "load-balancer", endsAtMs: Date.parse(expiresAt) }],
  );
  const own = dated.filter(({ isOwn }) => isOwn);
  const [first] = (own.length > 0 ? own : dated).toSorted((a, b) => a.endsAtMs - b.endsAtMs);
  return first === undefined ? null : { host: first.host, endsAtMs: first.endsAtMs };
}
