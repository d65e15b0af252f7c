import type { Problem } from "@/lib/core/problem";
import type { ProblemCode } from "@/lib/core/problems";
import { fail, ok, type Result } from "@/lib/core/result";
import { secret, type Secret } from "@/lib/core/secret";
import type { HostAccess } from "@/lib/schemas/host";
import type { HostFacts } from "@/lib/schemas/host-facts";
import type { Redactor } from "@/server/secrets/redactor";
import { HostSession } from "@/server/ssh/host-session";
import { installKey } from "@/server/ssh/install-key";
import type { PanelKey } from "@/server/ssh/panel-key";
import { SshHost } from "@/server/ssh/ssh-host";
import type { Login, SshTarget } from "@/server/ssh/target";
import { readFacts } from "./read-facts";

/** A host that lets the panel in with its own key from now on. */
export interface AdmittedHost {
  readonly facts: HostFacts;
  /** The sudo password, if sudo asks for one: the only thing of the access that is kept. */
  readonly sudoPassword: Secret | null;
}

interface Admission {
  /** Where, and with which confirmed host key. */
  readonly place: Omit<SshTarget, "login" | "sudoPassword">;
  /** null: the panel's key is there already. */
  readonly access: HostAccess | null;
  /** What sudo asked for last time; used when there is no access to take it from. */
  readonly keptSudo: Secret | null;
  readonly panelKey: PanelKey;
  readonly redactor: Redactor;
}

/**
 * Logs in with what the person gave, becomes root, installs the panel's key, and proves it on a new
 * connection, over which the facts are read. What the person gave is forgotten with this call.
 */
export async function admitHost(admission: Admission): Promise<Result<AdmittedHost>> {
  const { place, access, panelKey, redactor } = admission;
  const given = access === null ? null : loginOf(access, redactor);
  if (given !== null) {
    const installed = await withSession({ ...place, ...given }, async (session) => {
      const ready = await session.ready();
      return ready.ok ? installKey(session, panelKey.publicLine) : ready;
    });
    if (!installed.ok) return fail(atField(installed.problem, access));
  }
  const login: Login = { kind: "key", privateKey: panelKey.privateKey, passphrase: null };
  const sudoPassword = given === null ? admission.keptSudo : given.sudoPassword;
  return withSession({ ...place, login, sudoPassword }, async (session) => {
    const ready = await session.ready();
    if (!ready.ok) return given === null ? ready : fail(keyNotTaken(place, ready.problem));
    const facts = await readFacts(new SshHost(session, NOTHING_TO_PUSH));
    if (!facts.ok) return facts;
    const needed = ready.value.sudo === "sudo-password" ? sudoPassword : null;
    return ok({ facts: facts.value, sudoPassword: needed });
  });
}

const NOTHING_TO_PUSH = {
  open: (): never => {
    throw new Error("no artifact is pushed while a host is added");
  },
};

async function withSession<T>(
  target: SshTarget,
  work: (session: HostSession) => Promise<Result<T>>,
): Promise<Result<T>> {
  const session = new HostSession(target);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** sudo usually takes the login password; another one may have been given. */
function loginOf(
  access: HostAccess,
  redactor: Redactor,
): { readonly login: Login; readonly sudoPassword: Secret | null } {
  const known = (text: string | undefined) => {
    if (text === undefined || text === "") return null;
    const value = secret(text);
    redactor.register(value);
    return value;
  };
  const sudo = known(access.sudoPassword);
  if (access.kind === "password") {
    const password = known(access.password) ?? secret("");
    return { login: { kind: "password", password }, sudoPassword: sudo ?? password };
  }
  const privateKey = known(`${access.privateKey.trim()}\n`) ?? secret("");
  const login: Login = { kind: "key", privateKey, passphrase: known(access.passphrase) };
  return { login, sudoPassword: sudo };
}

/** What the person can change about it, as a path into the form. */
const FIELDS: Readonly<Partial<Record<ProblemCode, string>>> = {
  "ssh.auth-failed": "access.privateKey",
  "ssh.key-unreadable": "access.privateKey",
  "sudo.password-wrong": "access.sudoPassword",
  "sudo.refused": "user",
  "sudo.needs-tty": "user",
  "ssh.unreachable": "address",
  "ssh.unknown-host": "address",
  "ssh.refused": "port",
  "ssh.not-ssh": "port",
  "ssh.host-key-changed": "fingerprint",
};

/** Puts a problem at the field of the form that can remedy it. */
function atField(problem: Problem, access: HostAccess | null): Problem {
  const field = fieldOf(problem, access);
  return field === null ? problem : { ...problem, fields: { [field]: problem.detail } };
}

function fieldOf({ code, detail }: Problem, access: HostAccess | null): string | null {
  if (code === "ssh.auth-failed" && access?.kind === "password") return "access.password";
  if (code === "ssh.key-unreadable" && detail.includes("passphrase")) return "access.passphrase";
  return FIELDS[code] ?? null;
}

/** The person's own login worked a second ago; the panel's does not. */
const keyNotTaken = (place: Admission["place"], problem: Problem): Problem =>
  problem.code === "ssh.auth-failed"
    ? {
        ...problem,
        detail: `${place.hostName} took the panel's key but does not let it in as ${place.user}.`,
        remedies: [
          "Allow keys in /etc/ssh/sshd_config: PubkeyAuthentication yes, and AuthorizedKeysFile .ssh/authorized_keys.",
          "Check that nobody but the user may write to the home folder.",
        ],
      }
    : problem;
