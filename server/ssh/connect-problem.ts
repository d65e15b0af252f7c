import type { Problem } from "@/lib/core/problem";
import type { ProblemCode } from "@/lib/core/problems";
import type { PinnedKey, SshTarget } from "./target";

/** Where, for sentences; the name is the address as long as there is no other. */
export type Place = Pick<SshTarget, "hostName" | "address" | "port"> & {
  readonly hostId?: SshTarget["hostId"];
};

const place = ({ hostName, address }: Place) =>
  hostName === address ? address : `${hostName} (${address})`;

/** A problem of this place; its rest is the sentence and what to do. */
const problem = (at: Place, code: ProblemCode, ...[detail, remedies]: Words): Problem => ({
  code,
  detail,
  remedies,
  ...(at.hostId === undefined ? {} : { hostId: at.hostId }),
});

type Words = readonly [detail: string, remedies: readonly string[]];

const SWITCHED_OFF = "Check that the host is switched on and its network cable is plugged in.";

/** Why a TCP connection did not come about. `code` is Node's errno name. */
export function socketProblem(at: Place, code: string | undefined): Problem {
  switch (code) {
    case "ECONNREFUSED":
      return problem(at, "ssh.refused", `${place(at)} refuses connections on port ${at.port}.`, [
        "Start the SSH server there: sudo systemctl enable --now ssh.",
        "If SSH listens on another port, change the port here.",
      ]);
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return problem(at, "ssh.unknown-host", `No address is known for the name ${at.address}.`, [
        "Check the spelling.",
        "Use the host's IP address.",
      ]);
    case "ETIMEDOUT":
      return problem(
        at,
        "ssh.unreachable",
        `${place(at)} does not answer on port ${at.port}: connecting timed out.`,
        [SWITCHED_OFF, `Check that no firewall drops port ${at.port}.`, "Check the address."],
      );
    default:
      return problem(
        at,
        "ssh.unreachable",
        `${place(at)} cannot be reached on port ${at.port} (${code ?? "connection failed"}).`,
        [SWITCHED_OFF, "Check the address and that the panel is in a network that reaches it."],
      );
  }
}

/** Something listens there, but it does not speak SSH. */
export const notSshProblem = (at: Place, said: string): Problem =>
  problem(
    at,
    "ssh.not-ssh",
    said === ""
      ? `What listens on port ${at.port} of ${place(at)} does not greet like an SSH server.`
      : `What listens on port ${at.port} of ${place(at)} is not an SSH server: it says "${said}".`,
    ["Use the port on which sshd listens; 22 unless it was changed."],
  );

/** Nobody has confirmed this host's key. */
export const unknownKeyProblem = (at: Place, offered: PinnedKey | null): Problem =>
  problem(
    at,
    "ssh.host-key-unknown",
    offered === null
      ? `The host key of ${place(at)} has not been confirmed.`
      : `The host key of ${place(at)} has not been confirmed: it shows ${offered.fingerprint} (${offered.type}).`,
    ["Compare the fingerprint with the one on the host and confirm it."],
  );

/** The host shows another key than the one confirmed; nothing was sent to it. */
export const changedKeyProblem = (at: Place, pinned: PinnedKey, offered: PinnedKey): Problem => ({
  ...problem(
    at,
    "ssh.host-key-changed",
    `${place(at)} shows another host key than the one you confirmed. Nothing secret was sent.`,
    [
      "If the host was re-imaged or its SSH keys were made anew, confirm the new key.",
      `If not, find out which machine answers at ${at.address} before you go on.`,
    ],
  ),
  evidence: {
    command: "ssh key exchange",
    exitCode: null,
    tail: [
      `confirmed: ${pinned.fingerprint} (${pinned.type})`,
      `offered: ${offered.fingerprint} (${offered.type})`,
    ],
  },
});

/** The host does not accept the login. */
export const authProblem = (at: Place & { user: string }, kind: "password" | "key"): Problem =>
  problem(
    at,
    "ssh.auth-failed",
    kind === "password"
      ? `${place(at)} does not accept this password for ${at.user}.`
      : `${place(at)} does not accept this key for ${at.user}.`,
    kind === "password"
      ? [
          "Check user and password.",
          "If the host allows keys only (PasswordAuthentication no), use a private key.",
        ]
      : [
          `Check that the public key is in ~${at.user}/.ssh/authorized_keys on the host.`,
          "Check the user.",
        ],
  );

/** The account must first be given a new password at the host's own console. */
export const expiredPasswordProblem = (at: Place & { user: string }): Problem =>
  problem(
    at,
    "ssh.auth-failed",
    `${place(at)} wants ${at.user} to choose a new password before anything else.`,
    [`Log in once with ssh ${at.user}@${at.address} and set a new password.`],
  );

/** The private key itself cannot be used. `reason` is the key parser's. */
export function keyProblem(at: Place, reason: string): Problem {
  if (/no passphrase given/i.test(reason))
    return problem(at, "ssh.key-unreadable", "The private key is protected by a passphrase.", [
      "Enter the key's passphrase.",
    ]);
  if (/bad passphrase|integrity|decrypt/i.test(reason))
    return problem(at, "ssh.key-unreadable", "The passphrase does not open the private key.", [
      "Check the passphrase.",
    ]);
  return problem(at, "ssh.key-unreadable", "This is not a private key the panel can read.", [
    "Paste the whole file, from -----BEGIN to -----END, such as ~/.ssh/id_ed25519.",
    "Convert a PuTTY key with: puttygen key.ppk -O private-openssh -o key.",
  ]);
}

/** TCP came about but SSH did not. */
export const handshakeProblem = (at: Place, reason: string): Problem =>
  problem(at, "ssh.refused", `${place(at)} ended the SSH handshake: ${reason}.`, [
    "Try again in a minute: sshd may be starting, or limiting new connections (MaxStartups).",
    "Check the SSH server's log: journalctl -u ssh.",
  ]);

/** The link went away while something was under way. */
export const linkLostProblem = (at: Place, during: string): Problem =>
  problem(at, "ssh.link-lost", `The link to ${place(at)} was lost during ${during}.`, [
    "Resume: what was done is found again, nothing is done twice.",
    SWITCHED_OFF,
  ]);
