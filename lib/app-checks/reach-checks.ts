import { type Manifest, refOf } from "@/lib/kube-write/manifest";
import type { RawIngress, RawObject } from "@/lib/kube-write/raw-objects";
import type { AppCheck } from "@/lib/schemas/app-check";
import type { AppWorld, RawPortService } from "./world";

const isOther = (object: Manifest) => {
  const { namespace, name } = refOf(object);
  return ({ metadata }: RawObject) => metadata.namespace !== namespace || metadata.name !== name;
};

const sayName = ({ metadata }: RawObject) => `${metadata.namespace ?? ""}/${metadata.name}`;

const hostsIn = ({ spec }: RawIngress) => (spec?.rules ?? []).flatMap(({ host }) => host ?? []);

/** Whether the host name is free, and whether anything answers for host names at all. */
export function hostChecks(objects: readonly Manifest[], world: AppWorld): readonly AppCheck[] {
  const mine = objects.filter(({ kind }) => kind === "Ingress");
  if (mine.length === 0) return [];
  const none = { code: "no-ingress", field: "expose" } as const;
  const taken = mine.flatMap((object) => {
    const others = world.ingresses.filter(isOther(object));
    return hostsIn(object as unknown as RawIngress).flatMap((host) => {
      const by = others.find((other) => hostsIn(other).includes(host));
      return by === undefined
        ? []
        : [{ code: "host-taken", field: "expose", host, by: sayName(by) } as const];
    });
  });
  return world.ingressClasses.length === 0 ? [none, ...taken] : taken;
}

const portsIn = ({ spec }: RawPortService) => (spec?.ports ?? []).flatMap(({ port }) => port ?? []);

/**
 * k3s's own balancer takes the port on every node, so one service has it. Source: k3s documentation, "ServiceLB".
 * Other balancers give each service an address of its own.
 */
export function portChecks(objects: readonly Manifest[], world: AppWorld): readonly AppCheck[] {
  const isK3s = world.nodes.some(({ status }) =>
    status?.nodeInfo?.kubeletVersion?.includes("+k3s"),
  );
  if (!isK3s) return [];
  return objects.filter(isBalanced).flatMap((object) => {
    const ports = portsIn(object);
    const others = world.services.filter(isBalanced).filter(isOther(object));
    return ports.flatMap((port) => {
      const by = others.find((other) => portsIn(other).includes(port));
      return by === undefined
        ? []
        : [{ code: "port-taken", field: "expose", port, by: sayName(by) } as const];
    });
  });
}

const isBalanced = ({ kind, spec }: { readonly kind?: string; readonly spec?: unknown }) =>
  (kind === undefined || kind === "Service") &&
  (spec as { type?: string } | undefined)?.type === "LoadBalancer";
