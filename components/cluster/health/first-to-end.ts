import type { CertificateHealth } from "@/lib/schemas/kube";

/**
 * The certificate that ends first, of those that could be read; null when none could. The load balancer has none
 * of its own: it shows that of a server, which is named instead.
 */
export function firstToEnd(certificates: readonly CertificateHealth[]) {
  const dated = certificates.flatMap(({ host, name, expiresAt }) =>
    expiresAt === null || name === "load-balancer"
      ? []
      : [{ host, endsAtMs: Date.parse(expiresAt) }],
  );
  return dated.toSorted((a, b) => a.endsAtMs - b.endsAtMs)[0] ?? null;
}
