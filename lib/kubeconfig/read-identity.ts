import { secret } from "@/lib/core/secret";
import type { KubeIdentity } from "@/lib/kube/kubeconfig";
import type { Obstacle, PastedPart } from "@/lib/schemas/adopt";
import type { ConfigUser } from "./config";
import { actsAs, inFiles, noCredential, runsProgram, unreadable } from "./obstacle";
import { CERTIFICATE, decode, type Place, type Read } from "./read-trust";

/** Without a passphrase. */
const KEY = /^-----BEGIN (RSA |EC )?PRIVATE KEY-----/m;

/** What proves to the cluster who the panel is. */
export function readIdentity(user: ConfigUser, place: Place): Read<KubeIdentity> {
  if (user.as) return { obstacle: actsAs(user.as) };
  return readCertificate(user, place) ?? readToken(user, place) ?? readRest(user, place.name);
}

function readCertificate(user: ConfigUser, { name, parts }: Place): Read<KubeIdentity> | null {
  const certificatePath = user["client-certificate"];
  const keyPath = user["client-key"];
  const certificatePem = textOf(parts["client-certificate"], user["client-certificate-data"]);
  const keyPem = textOf(parts["client-key"], user["client-key-data"]);
  const written = [certificatePath, keyPath, user["client-certificate-data"]];
  if (!written.some(Boolean) && keyPem === "") return null;
  const wants = [
    ...(certificatePem === "" ? wanted("client-certificate", certificatePath) : []),
    ...(keyPem === "" ? wanted("client-key", keyPath) : []),
  ];
  if (wants.length > 0) return { obstacle: inFiles(name, wants) };
  if (!CERTIFICATE.test(certificatePem))
    return { obstacle: unreadable(name, "client-certificate") };
  if (!KEY.test(keyPem)) return { obstacle: unreadable(name, "client-key") };
  return { value: { kind: "certificate", certificatePem, keyPem: secret(keyPem) } };
}

/** What was pasted counts before what the file has. */
const textOf = (pasted: string | undefined, data = ""): string => pasted ?? decode(data);

const wanted = (part: PastedPart, path: string | undefined): Obstacle["wants"] =>
  path ? [{ part, path }] : [];

function readToken(user: ConfigUser, { name, parts }: Place): Read<KubeIdentity> | null {
  const token = parts.token?.trim() || user.token;
  if (token) return { value: { kind: "token", token: secret(token) } };
  const path = user.tokenFile;
  return path ? { obstacle: inFiles(name, [{ part: "token", path }]) } : null;
}

function readRest(user: ConfigUser, name: string): Read<KubeIdentity> {
  const { exec, username, password } = user;
  const provider = user["auth-provider"]?.name;
  const program = exec?.command ?? (provider && `the auth provider ${provider}`);
  if (program) return { obstacle: runsProgram(name, program) };
  if (username && password)
    return { value: { kind: "password", username, password: secret(password) } };
  return { obstacle: noCredential(name) };
}
