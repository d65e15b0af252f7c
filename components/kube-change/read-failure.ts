import { problemOf } from "@/components/hooks/api-problem";

/** Why what a dialog asked for could not be read; null when it could. */
export const readFailure = ({ error }: { readonly error: Error | null }) =>
  error === null ? null : problemOf(error);
