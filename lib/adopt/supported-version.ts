/** The panel asks for SelfSubjectReview v1 and aggregated discovery. Source: Kubernetes 1.28 release notes. */
export const OLDEST_MINOR = 28;

/** "v1.34.4+k3s1" → 34; null when it is no version 1. */
export const minorOf = (gitVersion: string): number | null => {
  const minor = /^v1\.(\d+)/.exec(gitVersion)?.[1];
  return minor === undefined ? null : Number(minor);
};
