import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProblemCode } from "@/lib/core/problems";
import { secret } from "@/lib/core/secret";
import { LAB_PASSWORD, labHosts, mustExec } from "@/lab/lab";
import { HostSession } from "./host-session";
import { probeHostKey } from "./probe-host-key";
import type { SshTarget } from "./target";
import { labTarget } from "./testing/lab-target";

const password = (text: string) => ({ kind: "password" as const, password: secret(text) });
const key = (privateKey: string, passphrase: string | null = null) => ({
  kind: "key" as const,
  privateKey: secret(privateKey),
  passphrase: passphrase === null ? null : secret(passphrase),
});

/** A key as people have theirs: made by ssh-keygen. */
async function userKey(passphrase = "") {
  const made = await mustExec(
    "worker1",
    `cd /tmp; rm -f made made.pub; ssh-keygen -q -t ed25519 -C '' -N '${passphrase}' -f made; cat made made.pub; rm made made.pub`,
  );
  const end = made.indexOf("\nssh-ed25519 ") + 1;
  return { private: made.slice(0, end), public: made.slice(end) };
}

/** Connects, becomes root, lets go again. */
async function attempt(changes: Partial<SshTarget> = {}) {
  const session = new HostSession(await labTarget("worker1", changes));
  const ready = await session.ready();
  await session.close();
  return ready;
}

const problem = (code: ProblemCode, detail: RegExp) => ({
  ok: false,
  problem: { code, detail: expect.stringMatching(detail) as string, hostId: "worker1" },
});

afterAll(async () => {
  await mustExec("worker1", "rm -f /etc/ssh/ssh_host_rsa_key*; systemctl restart ssh");
});

describe("the host's key", () => {
  it("is read without logging in", async () => {
    const probed = await probeHostKey(labHosts()["worker1"] ?? "", 22);
    expect(probed).toMatchObject({ ok: true, value: { type: "ssh-ed25519" } });
    const listed = await mustExec("worker1", "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
    expect(probed.ok && listed.includes(probed.value.fingerprint)).toBe(true);
    expect(probed.ok && probed.value.banner).toMatch(/^OpenSSH_/);
  });

  it("stops everything before a secret is sent when it differs from the pinned one", async () => {
    await mustExec("worker1", "journalctl --rotate --vacuum-time=1s -q");
    const changed = { type: "ssh-ed25519", fingerprint: "SHA256:somethingelse" };
    const refused = await attempt({ hostKey: changed, login: password("canary-password") });
    expect(refused).toMatchObject(problem("ssh.host-key-changed", /^worker1 .* another host key/));
    const log = await mustExec("worker1", "journalctl -u ssh --since -10s --no-pager");
    expect(log).not.toContain("password");
  });

  it("is asked for by its pinned type, whatever others the host has", async () => {
    await mustExec(
      "worker1",
      "ssh-keygen -q -t rsa -b 2048 -N '' -f /etc/ssh/ssh_host_rsa_key; systemctl restart ssh",
    );
    const listed = await mustExec("worker1", "ssh-keygen -lf /etc/ssh/ssh_host_rsa_key.pub");
    const fingerprint = listed.split(" ")[1] ?? "";
    expect(await attempt({ hostKey: { type: "ssh-rsa", fingerprint } })).toMatchObject({
      ok: true,
    });
  });

  it("must have been confirmed", async () => {
    expect(await attempt({ hostKey: null })).toMatchObject(
      problem("ssh.host-key-unknown", /has not been confirmed/),
    );
  });
});

describe("the address", () => {
  it.each([
    ["nobody there", { address: "10.203.1.99" }, "ssh.unreachable"],
    ["no such network", { address: "192.0.2.1" }, "ssh.unreachable"],
    ["nothing listens", { port: 2222 }, "ssh.refused"],
    ["no such name", { address: "no-such-host.invalid" }, "ssh.unknown-host"],
  ] as const)("%s: its own problem, with a remedy", async (_title, where, code) => {
    const refused = await attempt(where);
    expect(refused).toMatchObject({ ok: false, problem: { code } });
    expect(!refused.ok && refused.problem.remedies.length).toBeGreaterThan(0);
  });

  it("says what answers instead of an SSH server", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await attempt({ address: "127.0.0.1", port })).toMatchObject(
      problem("ssh.not-ssh", /HTTP\/1.1 400 Bad Request/),
    );
    server.close();
  });
});

describe("the login", () => {
  it("works with a password", async () => {
    expect(await attempt({ login: password(LAB_PASSWORD) })).toMatchObject({
      ok: true,
      value: { sudo: "sudo" },
    });
  });

  it("works as root, without sudo", async () => {
    expect(await attempt({ user: "root" })).toMatchObject({ ok: true, value: { sudo: "root" } });
  });

  it("says which login the host refused", async () => {
    expect(await attempt({ login: password("wrong") })).toMatchObject(
      problem("ssh.auth-failed", /does not accept this password for pi/),
    );
    const other = await userKey();
    expect(await attempt({ login: key(other.private) })).toMatchObject(
      problem("ssh.auth-failed", /does not accept this key for pi/),
    );
  });

  it("reads keys with a passphrase, and says what is wrong with those it cannot read", async () => {
    const locked = await userKey("open sesame");
    await mustExec("worker1", `echo '${locked.public}' >>/home/pi/.ssh/authorized_keys`);
    expect(await attempt({ login: key(locked.private, "open sesame") })).toMatchObject({
      ok: true,
    });
    expect(await attempt({ login: key(locked.private, "wrong") })).toMatchObject(
      problem("ssh.key-unreadable", /passphrase does not open/),
    );
    expect(await attempt({ login: key(locked.private) })).toMatchObject(
      problem("ssh.key-unreadable", /protected by a passphrase/),
    );
    expect(await attempt({ login: key("not a key at all") })).toMatchObject(
      problem("ssh.key-unreadable", /not a private key/),
    );
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const publicPem = publicKey.export({ type: "spki", format: "pem" }).toString();
    expect(await attempt({ login: key(publicPem) })).toMatchObject(
      problem("ssh.key-unreadable", /not a private key/),
    );
  });
});

describe("becoming root", () => {
  beforeAll(async () => {
    await mustExec(
      "worker1",
      `for u in asked needstty nosudo; do useradd -m -s /bin/bash $u; echo $u:raspberry | chpasswd
       install -d -o $u -m 700 /home/$u/.ssh; install -o $u /home/pi/.ssh/authorized_keys /home/$u/.ssh/; done
       echo 'asked ALL=(ALL) ALL' >/etc/sudoers.d/asked
       printf 'needstty ALL=(ALL) NOPASSWD: ALL\\nDefaults:needstty requiretty\\n' >/etc/sudoers.d/tty`,
    );
  });
  afterAll(async () => {
    await mustExec(
      "worker1",
      "rm -f /etc/sudoers.d/asked /etc/sudoers.d/tty; for u in asked needstty nosudo; do userdel -rf $u; done 2>/dev/null; true",
    );
  });

  it("sends the sudo password when, and only when, sudo asks for it", async () => {
    const sudoPassword = secret(LAB_PASSWORD);
    expect(await attempt({ user: "asked", sudoPassword })).toMatchObject({
      ok: true,
      value: { sudo: "sudo-password" },
    });
    expect(await attempt({ user: "pi", sudoPassword })).toMatchObject({
      ok: true,
      value: { sudo: "sudo" },
    });
  });

  it("asks for a sudo password when it has none, and says when it is wrong", async () => {
    expect(await attempt({ user: "asked" })).toMatchObject(
      problem("sudo.password-wrong", /asks asked for a password/),
    );
    expect(await attempt({ user: "asked", sudoPassword: secret("wrong; touch /x") })).toMatchObject(
      problem("sudo.password-wrong", /does not accept this password/),
    );
    expect(await mustExec("worker1", "ls /x /home/asked/x 2>&1 || true")).toContain("No such file");
  });

  it("explains requiretty and a missing right", async () => {
    expect(await attempt({ user: "needstty" })).toMatchObject(
      problem("sudo.needs-tty", /wants a terminal/),
    );
    const sudoPassword = secret(LAB_PASSWORD);
    expect(await attempt({ user: "nosudo", sudoPassword })).toMatchObject(
      problem("sudo.refused", /may not become root/),
    );
  });
});
