/** Source: Kubernetes API reference, meta/v1 Status: what kubectl prints of a refusal. */
const REASONS = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  413: "RequestEntityTooLarge",
  429: "TooManyRequests",
  502: "ServiceUnavailable",
} as const;

/** A refusal by the panel itself, in the API's own words. */
export interface Refusal {
  readonly httpStatus: keyof typeof REASONS;
  readonly message: string;
}

/** The body of the refusal. */
export const statusBody = ({ httpStatus, message }: Refusal): string =>
  JSON.stringify({
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message,
    reason: REASONS[httpStatus],
    code: httpStatus,
  });
