/** What Kubernetes says of it itself, when it says anything. */
export const because = (message: string) => (message === "" ? "" : `: ${message}`);
