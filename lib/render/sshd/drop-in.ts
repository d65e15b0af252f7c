/** The first of its folder: sshd takes the first value it meets. Source: sshd_config(5). */
export const SSHD_DROP_IN = "/etc/ssh/sshd_config.d/00-gandalf.conf";
export const SSHD_CONFIG = "/etc/ssh/sshd_config";
const INCLUDE = "Include /etc/ssh/sshd_config.d/*.conf";

export interface SshdChoice {
  /** null: sshd's own. */
  readonly port: number | null;
  readonly keyOnly: boolean;
}

/** Where sshd listens and who gets in. */
export function sshdDropIn({ port, keyOnly }: SshdChoice): string {
  const lines = [
    "# Written by Gandalf. A change here is undone by the next one from the panel.",
    ...(port === null ? [] : [`Port ${port}`]),
    ...(keyOnly
      ? [
          "PasswordAuthentication no",
          "KbdInteractiveAuthentication no",
          "PermitRootLogin prohibit-password",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** What an earlier drop-in of ours says: what is not asked for now stays. */
export const readSshdDropIn = (text: string | null): SshdChoice => ({
  port: Number(/^Port (\d+)$/m.exec(text ?? "")?.[1] ?? Number.NaN) || null,
  keyOnly: /^PasswordAuthentication no$/m.test(text ?? ""),
});

/**
 * sshd_config so that the drop-in counts: it is read first, and a port of the file's own would be listened on as well.
 * The same text when nothing is in the way.
 */
export function sshdConfigFor(text: string, { port }: SshdChoice): string {
  const without =
    port === null
      ? text
      : text.replaceAll(/^[ \t]*Port[ \t]+\d+[ \t]*$/gim, "# gandalf: port # $&");
  const included = without
    .split("\n")
    .some((line) => /^[ \t]*Include[ \t]+\/etc\/ssh\/sshd_config\.d\/\*\.conf[ \t]*$/i.test(line));
  return included ? without : `${INCLUDE}\n${without}`;
}
