import { z } from "zod";
import { reveal, secret, type Secret } from "@/lib/core/secret";
import type { KubeCredentials, KubeIdentity } from "@/lib/kube/kubeconfig";

/** How credentials are kept: plain text for the vault, which seals it. */
const sealed = z.object({
  server: z.string(),
  caPem: z.string(),
  serverName: z.string().optional(),
  identity: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("certificate"), certificatePem: z.string(), keyPem: z.string() }),
    z.object({ kind: z.literal("token"), token: z.string() }),
    z.object({ kind: z.literal("password"), username: z.string(), password: z.string() }),
  ]),
});
type Sealed = z.infer<typeof sealed>;

/** Credentials as one secret. */
export const sealCredentials = ({ identity, ...rest }: KubeCredentials): Secret =>
  secret(JSON.stringify({ ...rest, identity: opened(identity) } satisfies Sealed));

/** The reverse. Throws on anything else: only `sealCredentials` writes it. */
export function unsealCredentials(text: Secret): KubeCredentials {
  const { serverName, identity, ...rest } = sealed.parse(JSON.parse(reveal(text)));
  const name = serverName === undefined ? {} : { serverName };
  return { ...rest, ...name, identity: closed(identity) };
}

function opened(identity: KubeIdentity): Sealed["identity"] {
  if (identity.kind === "token") return { kind: "token", token: reveal(identity.token) };
  if (identity.kind === "certificate") return { ...identity, keyPem: reveal(identity.keyPem) };
  return { ...identity, password: reveal(identity.password) };
}

function closed(identity: Sealed["identity"]): KubeIdentity {
  if (identity.kind === "token") return { kind: "token", token: secret(identity.token) };
  if (identity.kind === "certificate") return { ...identity, keyPem: secret(identity.keyPem) };
  return { ...identity, password: secret(identity.password) };
}
