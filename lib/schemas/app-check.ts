import { z } from "zod";
import type { Problem } from "@/lib/core/problem";

/** Body of POST /clusters/:id/templates: a template, filled in. */
export const templateInput = z.object({
  template: z.string().max(60),
  values: z.record(z.string(), z.unknown()),
});
export type TemplateInput = z.infer<typeof templateInput>;

/** What was found out about an app before anything is touched. `field`: the parameter it is about. */
export type AppCheck =
  | { readonly code: "name-taken"; readonly field: "name"; readonly objects: readonly string[] }
  | { readonly code: "updates"; readonly field: "name"; readonly objects: readonly string[] }
  | { readonly code: "namespace-new"; readonly field: "namespace"; readonly namespace: string }
  | {
      readonly code: "host-taken";
      readonly field: "expose";
      readonly host: string;
      readonly by: string;
    }
  | {
      readonly code: "quota";
      readonly field: "replicas";
      readonly quota: string;
      readonly resource: string;
      readonly asked: string;
      readonly left: string;
      readonly fits: boolean;
    }
  | {
      readonly code: "pinned-volume";
      readonly field: "volume";
      readonly storageClass: string;
    }
  | { readonly code: "no-storage"; readonly field: "volume" }
  | {
      readonly code: "image-there";
      readonly field: "image";
      readonly image: string;
      readonly nodes: readonly string[];
    }
  | {
      readonly code: "image-unknown";
      readonly field: "image";
      readonly image: string;
      readonly architectures: readonly string[];
    };

/** Answer of POST /clusters/:id/templates. */
export interface AppChecks {
  readonly checks: readonly AppCheck[];
  /** What could not be read, so that nothing is known about it. */
  readonly unknown: readonly Problem[];
}
