interface Welcome {
  readonly clusterName: string;
  readonly user: { readonly name: string; readonly role: string };
  readonly hostName: string;
  /** Servers that were tried before. */
  readonly skipped: readonly string[];
}

/** What a console greets with: where one is and as whom, and two hints. */
export const welcome = ({ clusterName, user, hostName, skipped }: Welcome): readonly string[] => [
  `kubectl in ${clusterName}, as ${user.name} (${user.role})`,
  ...(skipped.length === 0
    ? []
    : [`${skipped.join(" and ")} could not be used: this console runs on ${hostName}.`]),
  "Tab completes names. k is kubectl.",
  "ns NAME changes the namespace.",
];
