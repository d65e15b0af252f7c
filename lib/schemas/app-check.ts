import { z } from "zod";
import type { Problem } from "@/lib/core/problem";

/** Body of POST /clusters/:id/templates: a template, filled in. */
export const templateInput = z.object({
  template: z.string().max(60),
  values: z.record(z.string(), z.unknown()),
});
export type TemplateInput = z.infer<typeof templateInput>;

/** What every word about an image says. */
interface AboutImage {
  readonly field: "image";
  readonly image: string;
  /** "docker.io". */
  readonly registry: string;
}

/** What was found out about an app before anything is touched. `field`: the parameter it is about. */
export type AppCheck =
  | { readonly code: "name-taken"; readonly field: "name"; readonly objects: readonly string[] }
  | { readonly code: "updates"; readonly field: "name"; readonly objects: readonly string[] }
  | { readonly code: "namespace-new"; readonly field: "namespace"; readonly namespace: string }
  /** The secret stays as it is: `secret` is "Secret club/blog-database". */
  | { readonly code: "password-kept"; readonly field: string; readonly secret: string }
  | { readonly code: "password-lost"; readonly field: string; readonly volume: string }
  | {
      readonly code: "host-taken";
      readonly field: "expose";
      readonly host: string;
      readonly by: string;
    }
  | { readonly code: "no-ingress"; readonly field: "expose" }
  | {
      readonly code: "port-taken";
      readonly field: "expose";
      readonly port: number;
      readonly by: string;
    }
  | { readonly code: "quota-holds"; readonly field: "replicas"; readonly quota: string }
  | {
      readonly code: "quota";
      readonly field: "replicas";
      readonly quota: string;
      readonly resource: string;
      readonly asked: string;
      readonly left: string;
    }
  /** The quota wants an amount said that the form does not ask for. */
  | {
      readonly code: "quota-asks";
      readonly field: "cpuMillis";
      readonly quota: string;
      readonly resource: string;
    }
  | {
      readonly code: "limit";
      readonly field: "cpuMillis" | "memoryMiB" | "volume";
      readonly range: string;
      readonly resource: "cpu" | "memory" | "storage";
      /** "default": the limit that the range puts where none is said. */
      readonly bound: "least" | "most" | "default";
      readonly asked: string;
      readonly allowed: string;
    }
  | {
      readonly code: "pinned-volume";
      readonly field: "volume";
      readonly storageClass: string;
    }
  | {
      readonly code: "shared-volume";
      readonly field: "replicas";
      readonly copies: number;
      readonly pinned: boolean;
    }
  | { readonly code: "no-storage"; readonly field: "volume" }
  | {
      readonly code: "image-there";
      readonly field: "image";
      readonly image: string;
      readonly nodes: readonly string[];
      readonly all: boolean;
    }
  | (AboutImage & { readonly code: "image-runs"; readonly platforms: readonly string[] })
  | (AboutImage & {
      readonly code: "image-unfit";
      readonly platforms: readonly string[];
      readonly unable: readonly { readonly architecture: string; readonly nodes: number }[];
      /** Not one node has something to run. */
      readonly none: boolean;
    })
  | (AboutImage & { readonly code: "image-missing" })
  | (AboutImage & { readonly code: "image-closed" })
  | (AboutImage & { readonly code: "image-busy" })
  | (AboutImage & { readonly code: "image-unasked" });

/** Answer of POST /clusters/:id/templates. */
export interface AppChecks {
  readonly checks: readonly AppCheck[];
  /** What could not be read, so that nothing is known about it. */
  readonly unknown: readonly Problem[];
}
