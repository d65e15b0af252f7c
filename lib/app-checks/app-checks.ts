import type { Manifest } from "@/lib/kube-write/manifest";
import type { AppCheck } from "@/lib/schemas/app-check";
import type { VolumePassword } from "@/lib/templates/template";
import { imageChecks } from "./image-checks";
import { limitChecks } from "./limit-checks";
import { nameChecks, passwordChecks } from "./name-checks";
import { quotaChecks } from "./quota-checks";
import { hostChecks, portChecks } from "./reach-checks";
import { storageChecks } from "./storage-checks";
import type { AppWorld } from "./world";

/** An app that is about to be deployed. */
export interface PlannedApp {
  readonly objects: readonly Manifest[];
  readonly passwords: readonly VolumePassword[];
}

/** What somebody should know before these objects are made. */
export function appChecks(
  { objects, passwords }: PlannedApp,
  world: AppWorld,
): readonly AppCheck[] {
  const { namespace, namespaceExists } = world;
  return [
    ...(namespaceExists ? [] : [{ code: "namespace-new", field: "namespace", namespace } as const]),
    ...nameChecks(objects, world),
    ...passwordChecks(passwords, world),
    ...hostChecks(objects, world),
    ...portChecks(objects, world),
    ...quotaChecks(objects, world),
    ...limitChecks(objects, world),
    ...storageChecks(objects, world),
    ...imageChecks(objects, world),
  ];
}
