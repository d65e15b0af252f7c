/** All nodes at once: a cluster has fewer of them than one page holds. */
export const allNodesQuery = "pageSize=500";
