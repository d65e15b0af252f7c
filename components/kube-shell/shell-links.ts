/** In which container to open a shell. */
export interface ShellPlace {
  readonly clusterId: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** The page with a shell in that container. */
export const shellHref = ({ clusterId, ...place }: ShellPlace): string =>
  `/clusters/${clusterId}/shell?${new URLSearchParams(place)}`;

/** The page with a shell on that host. */
export const hostShellHref = (hostId: string): string => `/hosts/${hostId}/shell`;
