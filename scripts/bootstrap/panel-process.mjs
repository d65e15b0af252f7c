// @ts-check
// How the panel's process is started, so that it stays small beside k3s. Why and what it saves: docs/adr/0010.
// deploy/gandalf.service and the Dockerfile say the same; a test compares them.

/** V8: a small nursery. The panel makes little garbage, and 16 MB halves of it would stay mapped. */
export const panelFlags = ["--max-semi-space-size=4"];

/** glibc: two heaps for all threads instead of eight a core. Source: mallopt(3), M_ARENA_MAX. */
export const panelEnv = { MALLOC_ARENA_MAX: "2" };
