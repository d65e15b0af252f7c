import { ok, type Result } from "@/lib/core/result";
import type { RawData } from "@/lib/kube/data-keys";
import type { RevealedSecret, RevealedValue, RevealInput } from "@/lib/schemas/kube-object";
import type { AuditActor } from "@/server/audit/audit";
import type { Container } from "@/server/container";
import { findObject } from "./find-kube-object";

type Needs = Pick<Container, "db" | "kube" | "audit">;

interface Asker {
  readonly actor: AuditActor;
  readonly address: string;
}

/** The values of a secret. Who asked is written down before anything is shown. */
export async function revealSecret(
  needs: Needs,
  { clusterId, namespace, name }: RevealInput & { readonly clusterId: string },
  { actor, address }: Asker,
): Promise<Result<RevealedSecret>> {
  const ref = { apiVersion: "v1", kind: "Secret", namespace, name };
  const found = await findObject(needs, clusterId, ref);
  if (!found.ok) return found;
  const { data } = found.value.object as RawData;
  const values = Object.entries(data ?? {}).map(toValue);
  await needs.audit.record({
    ...{ actor, address },
    action: "secret.reveal",
    object: `cluster:${clusterId}`,
    detail: { namespace, name, keys: values.map(({ key }) => key) },
  });
  return ok({ values });
}

function toValue([key, base64]: readonly [string, string]): RevealedValue {
  const bytes = Buffer.from(base64, "base64");
  const text = bytes.toString("utf8");
  const isText = Buffer.from(text, "utf8").equals(bytes) && !text.includes("\0");
  return { key, bytes: bytes.length, text: isText ? text : null, base64 };
}
