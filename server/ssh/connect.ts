import type { Config } from "node-ssh";
import type { Client, Prompt } from "ssh2";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import {
  authProblem,
  changedKeyProblem,
  expiredPasswordProblem,
  handshakeProblem,
  keyProblem,
  unknownKeyProblem,
} from "./connect-problem";
import { describeHostKey, hostKeyAlgorithms } from "./host-key";
import { openSocket, readBanner } from "./open-socket";
import type { PinnedKey, SshTarget } from "./target";

/** Key exchange and login; generous, since PAM on a busy Pi takes seconds. */
const READY_TIMEOUT_MS = 20_000;
/** A dead link is noticed after interval × count = 20 s. ssh2 sends none by default. */
const KEEPALIVE = { keepaliveInterval: 5_000, keepaliveCountMax: 4 };
/**
 * AES-GCM first: done by the CPU's own instructions on PCs, and by OpenSSL here; ssh2's ChaCha20 without
 * its native module is several times slower.
 */
const CIPHERS = [
  "aes128-gcm@openssh.com",
  "aes256-gcm@openssh.com",
  "aes128-ctr",
  "aes256-ctr",
  "chacha20-poly1305@openssh.com",
] as const;

/** A logged-in connection. */
export interface SshLink {
  readonly client: Client;
  /** "OpenSSH_9.2p1 Debian-2+deb12u3". */
  readonly banner: string;
  isOpen(): boolean;
  /** Called once, when the connection is gone for whatever reason. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Connects and logs in. The host's key is compared with the pinned one before any secret leaves. */
export async function connect(target: SshTarget): Promise<Result<SshLink>> {
  const pinned = target.hostKey;
  if (pinned === null) return fail(unknownKeyProblem(target, null));
  const unusable = await checkKey(target);
  if (unusable) return fail(unusable);
  const socket = await openSocket(target);
  if (!socket.ok) return socket;
  const banner = await readBanner(socket.value, target);
  if (!banner.ok) return banner;
  return login(target, pinned, {
    sock: socket.value,
    banner: banner.value,
  });
}

type Transport = { readonly sock: NonNullable<Config["sock"]>; readonly banner: string };

async function login(
  target: SshTarget,
  pinned: PinnedKey,
  transport: Transport,
): Promise<Result<SshLink>> {
  let offered: PinnedKey | null = null;
  let mustChangePassword = false;
  const { NodeSSH } = await import("node-ssh"); // at the first host: a panel that idles needs none of it
  const ssh = new NodeSSH();
  const opening = ssh.connect({
    ...loginConfig(target),
    ...KEEPALIVE,
    sock: transport.sock,
    username: target.user,
    readyTimeout: READY_TIMEOUT_MS,
    algorithms: { cipher: [...CIPHERS], serverHostKey: hostKeyAlgorithms(pinned.type) },
    hostVerifier: (blob: Buffer) => {
      offered = describeHostKey(blob);
      return offered.fingerprint === pinned.fingerprint;
    },
  });
  const client = ssh.connection;
  if (client === null) throw new Error("node-ssh made no client");
  client.on("change password", () => {
    mustChangePassword = true;
    client.destroy();
  });
  const link = watch(client, transport.banner);
  try {
    await opening;
    return ok(link);
  } catch (error) {
    client.destroy();
    if (mustChangePassword) return fail(expiredPasswordProblem(target));
    return fail(loginProblem(target, { pinned, offered, error: error as SshError }));
  }
}

interface SshError extends Error {
  /** Where ssh2 stood: "client-authentication", "handshake", "client-timeout", … */
  readonly level?: string;
}

interface LoginFailure {
  readonly pinned: PinnedKey;
  readonly offered: PinnedKey | null;
  readonly error: SshError;
}

function loginProblem(target: SshTarget, { pinned, offered, error }: LoginFailure): Problem {
  if (offered !== null && offered.fingerprint !== pinned.fingerprint)
    return changedKeyProblem(target, pinned, offered);
  if (error.level === "client-authentication") return authProblem(target, target.login.kind);
  return handshakeProblem(target, error.message.replace(/\.$/, ""));
}

/** Errors after login have no other listener: without this one they would end the process. */
function watch(client: Client, banner: string): SshLink {
  let open = true;
  const listeners: (() => void)[] = [];
  client.on("error", () => client.destroy());
  client.on("close", () => {
    if (!open) return;
    open = false;
    for (const listener of listeners) listener();
  });
  return {
    client,
    banner,
    isOpen: () => open,
    onClose: (listener) => (open ? void listeners.push(listener) : listener()),
    close: () => client.end(),
  };
}

function loginConfig({ login }: SshTarget): Config {
  if (login.kind === "key")
    return {
      privateKey: reveal(login.privateKey),
      ...(login.passphrase === null ? {} : { passphrase: reveal(login.passphrase) }),
      authHandler: ["publickey"],
    };
  const password = reveal(login.password);
  return {
    password,
    tryKeyboard: true,
    authHandler: ["password", "keyboard-interactive"],
    onKeyboardInteractive: answerOnce(password),
  };
}

/** PAM may ask by dialogue; the password goes to its first hidden prompt, and never a second time. */
function answerOnce(password: string): NonNullable<Config["onKeyboardInteractive"]> {
  let answered = false;
  return (...[, , , prompts, finish]) => {
    const answers = prompts.map((prompt: Prompt) => {
      if (prompt.echo === true || answered) return "";
      answered = true;
      return password;
    });
    finish(answers);
  };
}

async function checkKey(target: SshTarget): Promise<Problem | null> {
  const { login } = target;
  if (login.kind !== "key") return null;
  const passphrase = login.passphrase === null ? undefined : reveal(login.passphrase);
  const { default: ssh2 } = await import("ssh2"); // CommonJS: Node finds `utils` only on the default
  const key = ssh2.utils.parseKey(reveal(login.privateKey), passphrase);
  if (key instanceof Error) return keyProblem(target, key.message);
  return key.isPrivateKey() ? null : keyProblem(target, "public key");
}
