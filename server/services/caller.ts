/** Where a request came from, for sessions, limits and the audit. */
export interface Caller {
  readonly address: string;
  readonly userAgent: string;
}
