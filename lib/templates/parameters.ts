import { z } from "zod";
import { imageProblem } from "@/lib/registry/image-reference";

/** Scripts may send anything; the form sends text. */
const text = () => z.string({ error: "Write text." });

/** Source: RFC 1123 label, shortened so that "-database" and a pod's suffix still fit into 63 characters. */
const appName = text()
  .trim()
  .min(1, "Give it a name.")
  .max(40, "Use at most 40 characters.")
  .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/, "Use a-z, 0-9 and -, beginning with a letter.");

const namespace = text()
  .trim()
  .min(1, "Choose a namespace.")
  .max(63, "Use at most 63 characters.")
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, "Use a-z, 0-9 and -.");

const image = text()
  .trim()
  .min(1, "Name an image, such as nginx:1.14.2.")
  .max(400, "Use at most 400 characters.")
  .check((context) => {
    const message = context.value === "" ? null : imageProblem(context.value);
    if (message !== null) context.issues.push({ code: "custom", message, input: context.value });
  });

const whole = (min: number, max: number) =>
  z
    .number({ error: "Enter a number." })
    .int("Whole numbers only.")
    .min(min, `At least ${min}.`)
    .max(max, `At most ${max}.`);

const portNumber = whole(1, 65_535);

/** Source: Kubernetes environment variable names; the strict form that every shell takes. */
const variable = z.object(
  {
    name: text()
      .max(200, "Use at most 200 characters.")
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "Use letters, digits and _, not beginning with a digit."),
    value: text().max(32_768, "Use at most 32 KiB; put more into a file."),
    /** Kept in a secret instead of the deployment. */
    secret: z.boolean({ error: "Say true or false." }),
  },
  { error: "A variable has a name, a value and secret: true or false." },
);

const hostName = text()
  .trim()
  .toLowerCase()
  .max(253, "Use at most 253 characters.")
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    "A host name looks like club.example.org.",
  );

/** Who can reach it. */
const expose = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("cluster") }),
    z.object({ kind: z.literal("node-port") }),
    z.object({ kind: z.literal("load-balancer") }),
    z.object({ kind: z.literal("host"), host: hostName }),
  ],
  { error: "Choose cluster, node-port, load-balancer or host." },
);

const volume = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("none") }),
    z.object({
      kind: z.literal("volume"),
      sizeGiB: whole(1, 10_000),
      path: text()
        .trim()
        .max(400, "Use at most 400 characters.")
        .regex(/^\/[^:]*[^:/]$/, "An absolute path in the container, such as /var/lib/data.")
        .refine((path) => !path.split("/").includes(".."), "No .. in the path."),
    }),
  ],
  { error: "Choose none or volume." },
);

/** A config map holds 1 MiB with its name and keys. */
const MAX_PAGE_BYTES = 900 * 1024;

const page = text()
  .min(1, "Write something that is shown.")
  .refine(
    (text) => new TextEncoder().encode(text).length <= MAX_PAGE_BYTES,
    "The page is larger than 900 KiB: put it into an image instead.",
  );

/** Made by the panel, shown once in the secret. */
const password = text()
  .min(12, "Use at least 12 characters.")
  .max(200, "Use at most 200 characters.");

/** Everything a template can ask for. A new one is one line here and one in the form's table of controls. */
export const PARAMETERS = {
  name: appName,
  namespace,
  image,
  replicas: whole(0, 1000),
  port: portNumber,
  cpuMillis: whole(1, 128_000),
  memoryMiB: whole(4, 1_048_576),
  memoryLimitMiB: whole(4, 1_048_576),
  environment: z
    .array(variable, { error: "Give a list of variables." })
    .max(200, "At most 200.")
    .refine(
      (list) => new Set(list.map(({ name }) => name)).size === list.length,
      "The same name stands here twice.",
    ),
  volume,
  expose,
  page,
  databaseImage: image,
  databaseGiB: whole(1, 10_000),
  siteGiB: whole(1, 10_000),
  databasePassword: password,
} as const satisfies Record<string, z.ZodType>;

export type ParameterName = keyof typeof PARAMETERS;
export type ParameterValue<Name extends ParameterName> = z.output<(typeof PARAMETERS)[Name]>;
export type Values<Name extends ParameterName> = {
  readonly [Each in Name]: ParameterValue<Each>;
};
export type EnvironmentVariable = ParameterValue<"environment">[number];
export type Expose = ParameterValue<"expose">;
