import type { RawIngress, RawService } from "./raw-objects";
import { matchesLabels } from "./selector";

/** Names of services whose selector chooses pods with these labels. */
export const servicesChoosing = (
  services: readonly RawService[],
  labels: Readonly<Record<string, string>> | undefined,
): readonly string[] =>
  services
    .filter(({ spec }) => matchesLabels(spec?.selector, labels))
    .map(({ metadata }) => metadata.name);

/** Host names that an ingress of the same namespace sends to one of these services; "*" for any host. */
export function hostsOfServices(
  ingresses: readonly RawIngress[],
  services: readonly string[],
): readonly string[] {
  const serves = (name: string | undefined) => name !== undefined && services.includes(name);
  const hosts = ingresses.flatMap(({ spec = {} }) => [
    ...(serves(spec.defaultBackend?.service?.name) ? ["*"] : []),
    ...(spec.rules ?? [])
      .filter(({ http }) =>
        (http?.paths ?? []).some(({ backend }) => serves(backend?.service?.name)),
      )
      .map(({ host }) => host ?? "*"),
  ]);
  return [...new Set(hosts)];
}
