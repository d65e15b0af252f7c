import type { Problem } from "@/lib/core/problem";
import type { Secret } from "@/lib/core/secret";
import type { Argv } from "@/lib/shell/argv";
import type { SshTarget } from "./target";

/** How a login becomes root. */
export type RootAccess =
  | { readonly kind: "root" }
  | { readonly kind: "sudo" }
  | { readonly kind: "sudo-password"; readonly password: Secret };

/** Says who it became before it reads a single line: a password is never mistaken for a command. */
const HELLO = 'printf "%s%s %s\\n" "$1" "$$" "$(id -u)"; exec sh';

/**
 * The command that becomes a root shell. `-k` makes sudo ask even when it has a recent answer, so that a
 * password is proved each time; `-p` gives a prompt that nothing else prints. LC_ALL: its messages in
 * English. Source: sudo(8).
 */
export function rootShellArgv(access: RootAccess, hello: string, prompt: string): Argv {
  const shell = ["sh", "-c", HELLO, "sh", hello] as const;
  switch (access.kind) {
    case "root":
      return shell;
    case "sudo":
      return ["env", "LC_ALL=C", "sudo", "-n", "--", ...shell];
    case "sudo-password":
      return ["env", "LC_ALL=C", "sudo", "-k", "-S", "-p", prompt, "--", ...shell];
  }
}

/** What a host said instead of giving a root shell. */
export interface RefusedRoot {
  readonly stderr: string;
  readonly exitCode: number | null;
  /** sudo asked for the password again after it had got it. */
  readonly askedTwice: boolean;
}

type Rule = readonly [RegExp, (target: SshTarget) => Pick<Problem, "code" | "detail" | "remedies">];

/** Source: sudo's own messages in the C locale (plugins/sudoers/auth/sudo_auth.c, check.c, logging.c). */
const RULES: readonly Rule[] = [
  [
    /must have a tty|no tty present|a terminal is required/i,
    ({ hostName, user }) => ({
      code: "sudo.needs-tty",
      detail: `sudo on ${hostName} wants a terminal before it lets ${user} become root (requiretty).`,
      remedies: [
        `Allow it without one: echo 'Defaults:${user} !requiretty' | sudo tee /etc/sudoers.d/gandalf`,
        "Or log in as root.",
      ],
    }),
  ],
  [
    /not in the sudoers file|not allowed to (execute|run)|may not run sudo/i,
    ({ hostName, user }) => ({
      code: "sudo.refused",
      detail: `${user} may not become root on ${hostName}.`,
      remedies: [`As root on the host: usermod -aG sudo ${user}`, "Or log in as root."],
    }),
  ],
  [
    /password is required|incorrect password/i,
    ({ hostName, user }) => ({
      code: "sudo.password-wrong",
      detail: `sudo on ${hostName} asks ${user} for a password.`,
      remedies: [
        "Enter the sudo password.",
        `Or allow it without: echo '${user} ALL=(ALL) NOPASSWD: ALL' | sudo tee /etc/sudoers.d/gandalf`,
      ],
    }),
  ],
  [
    /sudo: (command )?not found|sudo['’]?: No such file|unknown command.*sudo/i,
    ({ hostName }) => ({
      code: "sudo.refused",
      detail: `sudo is not installed on ${hostName}.`,
      remedies: ["Log in as root.", "Or install it as root: apt-get install sudo"],
    }),
  ],
  [
    /password change required|password has expired|account.*expired/i,
    ({ hostName, user }) => ({
      code: "ssh.auth-failed",
      detail: `${hostName} wants ${user} to choose a new password before anything else.`,
      remedies: ["Log in once by hand and set a new password."],
    }),
  ],
];

/** Why there is no root shell, in a sentence with what to do about it. */
export function rootProblem(target: SshTarget, refused: RefusedRoot): Problem {
  const evidence = {
    command: target.user === "root" ? "sh" : "sudo sh",
    exitCode: refused.exitCode,
    tail: refused.stderr.trim().split("\n").slice(-5),
  };
  const common = { hostId: target.hostId, evidence };
  if (refused.askedTwice)
    return {
      ...common,
      code: "sudo.password-wrong",
      detail: `sudo on ${target.hostName} does not accept this password for ${target.user}.`,
      remedies: ["Check the sudo password; it may differ from the login password."],
    };
  const rule = RULES.find(([pattern]) => pattern.test(refused.stderr));
  if (rule) return { ...common, ...rule[1](target) };
  return {
    ...common,
    code: "sudo.refused",
    detail: `${target.user} did not get a root shell on ${target.hostName}.`,
    remedies: [`Try it by hand: ssh ${target.user}@${target.address} sudo id`],
  };
}
