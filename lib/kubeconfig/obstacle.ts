import type { Obstacle, PastedPart } from "@/lib/schemas/adopt";
import { authorityCommand, flattenCommand, ownAccountCommands } from "./own-account";

/** Makes one. */
export const obstacle = (
  code: Obstacle["code"],
  [detail, remedy]: readonly [detail: string, remedy: string],
  more: Partial<Pick<Obstacle, "commands" | "wants">> = {},
): Obstacle => ({ code, detail, remedy, commands: null, wants: [], ...more });

/** The context names a cluster or user that the file has not. */
export const incomplete = (name: string, what: string): Obstacle =>
  obstacle(
    "incomplete",
    [
      `It names ${what}, which is not in this file.`,
      "Run this where it works, and paste what it prints.",
    ],
    { commands: flattenCommand(name) },
  );

/** `proxy-url` is set. */
export const viaProxy = (): Obstacle =>
  obstacle("proxy", [
    "It goes through a proxy (proxy-url). The panel connects directly.",
    "Give the panel a way to the API without the proxy, and take proxy-url out of the file.",
  ]);

/** `insecure-skip-tls-verify` without an authority. */
export const unverified = (name: string): Obstacle =>
  obstacle(
    "no-verification",
    [
      "It says not to verify the server (insecure-skip-tls-verify): whoever stands in between could read everything.",
      "Paste the cluster's certificate authority below. This prints it; run it over a way that you trust.",
    ],
    {
      commands: authorityCommand(name),
      wants: [{ part: "certificate-authority", path: null }],
    },
  );

/** `as` is set. */
export const actsAs = (who: string): Obstacle =>
  obstacle("acts-as", [
    `It acts as somebody else (as: ${who}). The panel itself acts as the people who use it.`,
    "Take the line away, or use the kubeconfig of that account.",
  ]);

/** Something that is not what it should be. */
export const unreadable = (name: string, part: PastedPart): Obstacle =>
  obstacle(
    "unreadable",
    [
      `What stands there as ${part} is not one, or has a passphrase.`,
      "Paste the right one below, or run this where it works and paste what it prints.",
    ],
    { commands: flattenCommand(name), wants: [{ part, path: null }] },
  );

/** Something lies in files of another machine. */
export const inFiles = (name: string, wants: Obstacle["wants"]): Obstacle =>
  obstacle(
    "file",
    [
      `It leaves ${wants.map(({ path }) => path).join(" and ")} to ${wants.length === 1 ? "a file" : "files"} of the machine where it was made.`,
      "Run this there and paste what it prints, or paste what is in the file below.",
    ],
    { commands: flattenCommand(name), wants },
  );

const OWN_ACCOUNT =
  "Run this where kubectl works: it makes an account for the panel and writes gandalf.kubeconfig. Paste that file here.";

/** A program signs in. */
export const runsProgram = (name: string, program: string): Obstacle =>
  obstacle(
    "program",
    [
      `It runs ${program} on your machine to sign in. The panel runs no programs out of a kubeconfig.`,
      OWN_ACCOUNT,
    ],
    { commands: ownAccountCommands(name) },
  );

/** Nothing that signs in. */
export const noCredential = (name: string): Obstacle =>
  obstacle(
    "no-credential",
    ["Its user has no certificate, no token and no password in this file.", OWN_ACCOUNT],
    { commands: ownAccountCommands(name) },
  );
