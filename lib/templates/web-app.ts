import type { JsonObject } from "@/lib/kube-write/json";
import type { Manifest } from "@/lib/kube-write/manifest";
import {
  claim,
  deployment,
  environment,
  probes,
  reach,
  resources,
  secretOf,
  secretValues,
} from "./objects";
import type { Values } from "./parameters";

/** What every template of one stateless or stateful web program asks for. */
export const WEB_PARAMETERS = [
  "name",
  "namespace",
  "image",
  "replicas",
  "port",
  "cpuMillis",
  "memoryMiB",
  "memoryLimitMiB",
  "expose",
  "environment",
  "volume",
] as const;

export type WebValues = Values<(typeof WEB_PARAMETERS)[number]>;

interface Extras {
  /** What the app is, in its labels. */
  readonly part: string;
  readonly mounts?: readonly JsonObject[];
  readonly volumes?: readonly JsonObject[];
}

/** A deployment of one container with all that its form can ask for. */
export function webApp(values: WebValues, extras: Extras): readonly Manifest[] {
  const { name, namespace, port, volume, expose } = values;
  const of = { part: extras.part, app: name, namespace };
  const secretName = `${name}-environment`;
  const secrets = secretValues(values.environment);
  const variables = environment(values.environment, secretName);
  const stored = volume.kind === "volume" ? volume : null;
  const mounts = [
    ...(extras.mounts ?? []),
    ...(stored === null ? [] : [{ name: "data", mountPath: stored.path }]),
  ];
  const claimed = { name: "data", persistentVolumeClaim: { claimName: `${name}-data` } };
  const container = {
    name,
    image: values.image,
    ports: [{ containerPort: port }],
    ...(variables.length === 0 ? {} : { env: variables }),
    resources: resources(values),
    ...probes(port),
    ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
  };
  return [
    ...(Object.keys(secrets).length === 0 ? [] : [secretOf(of, secretName, secrets)]),
    ...(stored === null ? [] : [claim(of, `${name}-data`, stored.sizeGiB)]),
    deployment({
      ...of,
      name,
      replicas: values.replicas,
      recreate: stored !== null,
      container,
      volumes: [...(extras.volumes ?? []), ...(stored === null ? [] : [claimed])],
    }),
    ...reach({ ...of, name, port, expose }),
  ];
}
