import type { Problem } from "@/lib/core/problem";
import type { KubeStatus } from "@/lib/kube/kube-object";
import { sayRef } from "@/lib/kube-write/manifest";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { answerFailure } from "@/server/kube/api-failure";

/** Source: Kubernetes API reference, meta/v1 StatusCause. */
export interface StatusCause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/** A change that the API did not take, with what its answer said beyond the sentence. */
export interface WriteFailure extends Problem {
  /** null when there was no answer at all. */
  readonly httpStatus: number | null;
  readonly causes: readonly StatusCause[];
}

interface RawStatus extends KubeStatus {
  readonly details?: {
    readonly retryAfterSeconds?: number;
    readonly causes?: readonly StatusCause[];
  };
}

interface Refusal {
  readonly server: string;
  readonly httpStatus: number;
  readonly retryAfter: string | undefined;
  readonly status: RawStatus | null;
}

type Subject = Pick<ObjectRef, "kind" | "namespace" | "name">;

/** What the API's refusal of a change means. Source: Kubernetes API conventions, "HTTP Status codes". */
export function writeFailure(refusal: Refusal, subject: Subject): WriteFailure {
  const { httpStatus, status } = refusal;
  const causes = status?.details?.causes ?? [];
  const message = status?.message ?? "";
  const said = { object: sayRef(subject), message, causes };
  const problem = byMessage(said) ?? BY_STATUS[httpStatus]?.(said);
  if (problem !== undefined) return { ...problem, httpStatus, causes };
  const { code, detail, remedies } = answerFailure(refusal);
  return { code, detail, remedies, httpStatus, causes };
}

interface Said {
  readonly object: string;
  readonly message: string;
  readonly causes: readonly StatusCause[];
}

/**
 * Refusals that no status, reason or cause tells apart from others.
 * Source: apiserver, admission/plugin/webhook/errors "ToStatusErr"; plugin/resourcequota "exceeded quota".
 */
const WEBHOOK = /admission webhook "([^"]{1,253})" denied the request:?\s*([\s\S]*)/;
const WEBHOOK_AWAY = /failed calling webhook "([^"]{1,253})"/;
/** With status 500, for the server that cannot type what it was sent: structured-merge-diff, "field not declared". */
const UNTYPED = /failed to create typed patch object \([^)]{0,600}\): ([\s\S]*)/;
const NO_NAMESPACE = /^namespaces "([^"]{1,63})" not found$/;
const QUOTA = /exceeded quota: ([^,]{1,253}), ([\s\S]*)/;

function byMessage({ object, message }: Said): Problem | undefined {
  const denied = WEBHOOK.exec(message);
  if (denied !== null)
    return {
      code: "kube.webhook",
      detail: `The admission webhook ${denied[1]} refuses ${object}: ${denied[2] || "it gives no reason"}`,
      remedies: ["Change what it names, or ask whoever runs this webhook for an exception."],
    };
  const away = WEBHOOK_AWAY.exec(message);
  if (away !== null)
    return {
      code: "kube.webhook",
      detail: `${object} cannot be changed: the admission webhook ${away[1]} does not answer.`,
      remedies: [
        "Check the pods behind this webhook: while they are away, the API refuses what they guard.",
      ],
    };
  const untyped = UNTYPED.exec(message);
  if (untyped !== null)
    return {
      code: "kube.invalid",
      detail: `The API refuses ${object}: ${untyped[1]}.`,
      remedies: ["Correct the fields that it names."],
    };
  const space = NO_NAMESPACE.exec(message);
  if (space !== null && !object.startsWith("Namespace "))
    return {
      code: "object.not-found",
      detail: `${object} needs namespace ${space[1]}, which does not exist.`,
      remedies: [`Make namespace ${space[1]} first, or correct the name.`],
    };
  const quota = QUOTA.exec(message);
  if (quota === null) return undefined;
  return {
    code: "kube.invalid",
    detail: `${object} goes over the quota ${quota[1]}: ${quota[2]}.`,
    remedies: ["Ask for less, scale something else down, or raise the quota of this namespace."],
  };
}

const invalid = ({ object, message, causes }: Said): Problem => ({
  code: "kube.invalid",
  detail:
    causes.length > 0
      ? `The API refuses ${object}: ${causes.map(sayCause).join("; ")}.`
      : `The API refuses ${object}: ${message}`,
  remedies: ["Correct the fields that it names."],
});

const sayCause = ({ field = "", message = "" }: StatusCause) =>
  field === "" || field === "<nil>" ? message : `${field}: ${message}`;

const BY_STATUS: Readonly<Record<number, (said: Said) => Problem>> = {
  400: invalid,
  422: invalid,
  403: ({ object, message }) => ({
    code: "kube.forbidden",
    detail: `Your role may not change ${object} in this cluster: ${message}`,
    remedies: ["Ask an administrator to do it, or to give you that role."],
  }),
  404: ({ object, message }) => ({
    code: "object.not-found",
    detail: `${object} is not in the cluster${message === "" ? "" : `: ${message}`}.`,
    remedies: ["Read the page again: somebody may have deleted it."],
  }),
  405: ({ object }) => ({
    code: "kube.invalid",
    detail: `The API does not let anybody change ${object}.`,
    remedies: ["Change what it was made from instead."],
  }),
  409: ({ object, message }) => ({
    code: "kube.conflict",
    detail: `${object} was changed by somebody else meanwhile: ${message}`,
    remedies: ["Read it again, then repeat your change."],
  }),
  413: ({ object }) => ({
    code: "input.too-large",
    detail: `${object} is larger than the API takes.`,
    remedies: ["Keep large files in a volume: objects hold at most 1.5 MiB."],
  }),
};
