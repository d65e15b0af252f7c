import { assertNever } from "@/lib/core/assert-never";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { sayRef } from "@/lib/kube-write/manifest";
import {
  bulkPhrase,
  type BulkInput,
  type BulkProgress,
  type BulkTarget,
} from "@/lib/schemas/kube-bulk";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { deleteSelected, isStillThere } from "@/server/kube/write/change-one";
import { labelObject } from "@/server/kube/write/label-object";
import { readBulkBlast } from "@/server/kube/write/read-bulk-blast";
import { performChange } from "./change-object";
import { drainAndWait } from "./drain-and-wait";
import { kubeWriter, shownProblem, type Asking, type KubeWriter } from "./kube-writer";

type Needs = Pick<Container, "db" | "kube" | "audit" | "clock" | "drains" | "bulks" | "log">;

/** Objects changed at once: quick, and no burden for a small API server. */
const AT_ONCE = 4;

/** Begins one change of many objects, as whoever asks. Each attempt is written down by itself, with how it ended. */
export async function startBulk(
  needs: Needs,
  asking: Asking,
  input: BulkInput,
): Promise<Result<BulkProgress>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const agreed = await isAgreed(writer.value.api, input);
  if (!agreed.ok) return agreed;
  const { change, objects } = input;
  const one = { needs, asking, change, writer: writer.value };
  return ok(
    needs.bulks.start({
      clusterId: asking.clusterId,
      action: change.action,
      targets: objects,
      startedBy: asking.user.name,
      atOnce: change.action === "drain" ? 1 : AT_ONCE,
      perform: (target, signal) => safely(needs, () => changeOne(one, target, signal)),
    }),
  );
}

/** Where data or a site is lost, nothing begins before the phrase was typed; read anew, not believed. */
async function isAgreed(api: ApiClient, input: BulkInput): Promise<Result<void>> {
  const { change, objects, confirm } = input;
  const phrase = bulkPhrase(change.action, objects.length);
  if (change.action !== "delete" || confirm === phrase) return ok(undefined);
  const blast = await readBulkBlast(api, objects);
  if (!blast.ok) return fail(shownProblem(blast.problem));
  if (!blast.value.typed) return ok(undefined);
  return fail({
    code: "input.invalid",
    detail: `Deleting these ${objects.length} objects takes data or a host name with it.`,
    remedies: [`Type ${phrase} to confirm.`],
    fields: { confirm: `Type ${phrase}.` },
  });
}

interface One {
  readonly needs: Needs;
  readonly asking: Asking;
  readonly change: BulkInput["change"];
  readonly writer: KubeWriter;
}

async function changeOne(
  one: One,
  target: BulkTarget,
  signal: AbortSignal,
): Promise<Result<unknown, Problem>> {
  const { change, writer, needs } = one;
  const { api } = writer;
  if (change.action === "delete") return recorded(one, target, await deleteSelected(api, target));
  const same = await isStillThere(api, target);
  if (!same.ok) return recorded(one, target, same);
  if (change.action === "drain") return drainOne(one, change, { target, signal });
  return recorded(one, target, await perform(api, { change, target, nowMs: needs.clock.nowMs() }));
}

/** A drain writes down its begin and its end itself, so only one that could not begin is left to say. */
async function drainOne(
  one: One,
  { deleteEmptyDir, deleteBarePods }: Extract<One["change"], { action: "drain" }>,
  { target, signal }: { target: BulkTarget; signal: AbortSignal },
): Promise<Result<unknown, Problem>> {
  const { needs, asking } = one;
  const lastBegin = () => needs.drains.find(asking.clusterId, target.name)?.startedAt;
  const before = lastBegin();
  const wish = { node: target.name, deleteEmptyDir, deleteBarePods, signal };
  const drained = await drainAndWait(needs, asking, wish);
  const hasBegun = lastBegin() !== before;
  return drained.ok || hasBegun ? drained : recorded(one, target, drained);
}

interface Wanted {
  readonly change: Exclude<BulkInput["change"], { action: "delete" | "drain" }>;
  readonly target: BulkTarget;
  readonly nowMs: number;
}

function perform(
  api: ApiClient,
  { change, target, nowMs }: Wanted,
): Promise<Result<unknown, Problem>> {
  switch (change.action) {
    case "label":
      return labelObject(api, target, change.labels);
    case "cordon":
    case "uncordon":
      return performChange(api, { action: change.action, node: target.name }, nowMs);
    case "scale":
      return performChange(api, { ...change, object: target }, nowMs);
    case "suspend":
      return performChange(api, { ...change, object: target }, nowMs);
    case "restart":
    case "pause":
    case "resume":
      return performChange(api, { action: change.action, object: target }, nowMs);
    default:
      return assertNever(change);
  }
}

/** Writes down an attempt: what it was part of and, where it failed, why. */
async function recorded(
  { needs, asking, change, writer }: One,
  target: BulkTarget,
  changed: Result<unknown, Problem>,
): Promise<Result<unknown, Problem>> {
  const { user, address, clusterId } = asking;
  const outcome = changed.ok ? {} : { failed: changed.problem.detail };
  await needs.audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: `kube.${change.action}`,
    object: `cluster:${clusterId}`,
    detail: {
      ...{ cluster: writer.clusterName, ...change, object: sayRef(target), together: true },
      ...outcome,
    },
  });
  return changed.ok ? changed : fail(shownProblem(changed.problem));
}

/** An error that nobody expected ends one object's change, and is said there. */
async function safely(
  { log }: Needs,
  work: () => Promise<Result<unknown, Problem>>,
): Promise<Result<unknown, Problem>> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, "a change of many objects");
    return fail({
      code: "panel.unexpected",
      detail: "The panel met an error that it did not expect; its log has the details.",
      remedies: ["Look at the object before you try again: it may have been changed."],
    });
  }
}
