/** Where a cluster is adopted. */
export const ADOPT_HREF = "/clusters/adopt";

/** Where an adopted cluster gets another kubeconfig. */
export const replaceHref = (clusterId: string) => `/clusters/${clusterId}/kubeconfig`;
