import { fail, ok, type Result } from "@/lib/core/result";
import { type Openable, portOffers } from "@/lib/open-service/port-offers";
import { targetPath } from "@/lib/open-service/pods-of";
import type { OpenTarget, PortOffers } from "@/lib/schemas/opening";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import { kubeWriter } from "./kube-writer";

interface Input {
  readonly clusterId: string;
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly target: OpenTarget;
}

/** The ports of an object that can be opened, read with the person's own rights. */
export async function listOpenPorts(
  container: Pick<Container, "db" | "kube">,
  { clusterId, user, target }: Input,
): Promise<Result<PortOffers>> {
  const writer = await kubeWriter(container, { clusterId, user });
  if (!writer.ok) return writer;
  const found = await writer.value.api.json<Openable>({ path: targetPath(target) });
  if (found.ok) return ok(portOffers(target.kind, found.value));
  const { kind, namespace, name } = target;
  if (found.problem.httpStatus !== 404) return fail(problemOf(found.problem));
  return fail({
    code: "object.not-found",
    detail: `${kind} ${namespace}/${name} does not exist any more.`,
    remedies: ["Reload the list."],
  });
}
