import { reveal } from "@/lib/core/secret";
import type { KubeIdentity } from "@/lib/kube/kubeconfig";
import { certificateEndOf } from "@/server/kube/certificate-end";

/** When a credential ends by itself, where it says; a token of a Secret and a password do not. */
export function identityEnd(identity: KubeIdentity): Date | null {
  if (identity.kind === "certificate") return certificateEndOf(identity.certificatePem);
  return identity.kind === "token" ? tokenEnd(reveal(identity.token)) : null;
}

/** `exp` of a JSON Web Token. Source: RFC 7519, 4.1.4. Other tokens do not say. */
function tokenEnd(token: string): Date | null {
  try {
    const text = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    const { exp } = JSON.parse(text) as { exp?: unknown };
    return typeof exp === "number" ? new Date(exp * 1000) : null;
  } catch {
    return null; // no JSON: not that kind of token
  }
}
