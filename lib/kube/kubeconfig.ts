import { parse, stringify } from "yaml";
import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { reveal, secret, type Secret } from "@/lib/core/secret";

/** Where a cluster's API is and what opens it. */
export interface KubeCredentials {
  /** "https://192.168.1.210:6443" */
  readonly server: string;
  /** PEM of the certificate authorities that may have signed the server's certificate; "" means the public ones. */
  readonly caPem: string;
  /** The name that the certificate must bear, where it is not the address. */
  readonly serverName?: string;
  readonly identity: KubeIdentity;
}

/** What proves to a cluster who asks. */
export type KubeIdentity =
  | { readonly kind: "certificate"; readonly certificatePem: string; readonly keyPem: Secret }
  | { readonly kind: "token"; readonly token: Secret }
  | { readonly kind: "password"; readonly username: string; readonly password: Secret };

/** Room for a few certificates; a larger file is not a kubeconfig. */
const MAX_LENGTH = 256 * 1024;

/**
 * What the panel accepts of a kubeconfig: everything inline. A file path would read the panel's own files, and
 * `exec` would run a program on the panel for whoever wrote the file, so neither is known here.
 * Source: Kubernetes client configuration, clientcmd/v1 Config.
 */
const kubeconfig = z.object({
  "current-context": z.string().min(1),
  contexts: z.array(
    z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string() }) }),
  ),
  clusters: z.array(
    z.object({
      name: z.string(),
      cluster: z.object({
        server: z.url({ protocol: /^https$/ }),
        "certificate-authority-data": z.base64().min(1),
      }),
    }),
  ),
  users: z.array(
    z.object({
      name: z.string(),
      user: z.object({
        "client-certificate-data": z.base64().optional(),
        "client-key-data": z.base64().optional(),
        token: z.string().min(1).optional(),
      }),
    }),
  ),
});
type Kubeconfig = z.infer<typeof kubeconfig>;

const refused = (why: string): Problem => ({
  code: "input.invalid",
  detail: `This kubeconfig cannot be used: ${why}.`,
  remedies: [
    "Use one whose certificates, key or token stand in the file itself: kubectl config view --raw --flatten --minify",
  ],
});

/** Reads the current context's credentials. Fails on anything that is not written in the file itself. */
export function readKubeconfig(text: string): Result<KubeCredentials> {
  const parsed = parseKubeconfig(text);
  if (!parsed.ok) return parsed;
  const chosen = currentContext(parsed.value);
  if (!chosen.ok) return chosen;
  const { cluster, user } = chosen.value;
  const { token } = user;
  const certificate = user["client-certificate-data"];
  const key = user["client-key-data"];
  const server = {
    server: cluster.server.replace(/\/+$/, ""),
    caPem: atob(cluster["certificate-authority-data"]),
  };
  if (certificate !== undefined && key !== undefined)
    return ok({
      ...server,
      identity: {
        kind: "certificate",
        certificatePem: atob(certificate),
        keyPem: secret(atob(key)),
      },
    });
  if (token !== undefined)
    return ok({ ...server, identity: { kind: "token", token: secret(token) } });
  return fail(refused("its user has no client certificate and no token in the file"));
}

/** The same kubeconfig with another server address: k3s writes its own loopback into it. */
export function rewriteKubeconfig(text: string, server: string): Result<string> {
  const parsed = parseKubeconfig(text);
  if (!parsed.ok) return parsed;
  const chosen = currentContext(parsed.value);
  if (!chosen.ok) return chosen;
  const { cluster, user } = chosen.value;
  return ok(
    renderKubeconfig({
      name: "default",
      user: "default",
      cluster: { ...cluster, server },
      identity: user,
    }),
  );
}

/** A kubeconfig with a token in it. The text is a secret. */
export function tokenKubeconfig(input: {
  /** Of cluster and context: letters, digits, dashes. */
  readonly name: string;
  readonly user: string;
  readonly server: string;
  readonly caPem: string;
  readonly token: Secret;
}): string {
  return renderKubeconfig({
    name: input.name,
    user: input.user,
    cluster: { server: input.server, "certificate-authority-data": btoa(input.caPem) },
    identity: { token: reveal(input.token) },
  });
}

/** A kubeconfig that goes through the panel. The text is a secret. */
export function proxyKubeconfig(input: {
  readonly name: string;
  readonly server: string;
  /** How kubectl knows the panel; null where a proxy in front has a certificate that everybody trusts. */
  readonly tls: { readonly caPem: string; readonly serverName: string } | null;
  readonly token: Secret;
}): string {
  const { name, server, tls, token } = input;
  const trust =
    tls === null
      ? {}
      : { "certificate-authority-data": btoa(tls.caPem), "tls-server-name": tls.serverName };
  const identity = { token: reveal(token) };
  return renderKubeconfig({ name, user: name, cluster: { server, ...trust }, identity });
}

interface Parts {
  readonly name: string;
  readonly user: string;
  readonly cluster: {
    readonly server: string;
    readonly "certificate-authority-data"?: string;
    readonly "tls-server-name"?: string;
  };
  readonly identity: Kubeconfig["users"][number]["user"];
}

const renderKubeconfig = ({ name, user, cluster, identity }: Parts): string =>
  stringify(
    {
      apiVersion: "v1",
      kind: "Config",
      "current-context": name,
      contexts: [{ name, context: { cluster: name, user } }],
      clusters: [{ name, cluster }],
      users: [{ name: user, user: identity }],
    },
    { lineWidth: 0 },
  );

function parseKubeconfig(text: string): Result<Kubeconfig> {
  if (text.length > MAX_LENGTH) return fail(refused("it is longer than 256 KiB"));
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 10 });
  } catch {
    return fail(refused("it is not YAML"));
  }
  const parsed = kubeconfig.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  const where = parsed.error.issues[0]?.path.join(".") || "its top level";
  return fail(refused(`${where} is missing or of another form`));
}

function currentContext(config: Kubeconfig): Result<{
  cluster: Kubeconfig["clusters"][number]["cluster"];
  user: Parts["identity"];
}> {
  const name = config["current-context"];
  const context = config.contexts.find((entry) => entry.name === name)?.context;
  const cluster = config.clusters.find((entry) => entry.name === context?.cluster)?.cluster;
  const user = config.users.find((entry) => entry.name === context?.user)?.user;
  if (cluster === undefined || user === undefined)
    return fail(refused("its current context names a cluster or user that is not in it"));
  return ok({ cluster, user });
}
