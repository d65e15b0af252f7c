import { describe, expect, it } from "vitest";
import { secret } from "@/lib/core/secret";
import type { HostId } from "@/lib/provision/host";
import { toShell } from "@/lib/shell/argv";
import { rootProblem, rootShellArgv } from "./root-access";
import type { SshTarget } from "./target";

const target: SshTarget = {
  hostId: "h" as HostId,
  hostName: "master1",
  address: "192.168.1.220",
  port: 22,
  user: "pi",
  hostKey: null,
  login: { kind: "password", password: secret("x") },
  sudoPassword: null,
};
const codeOf = (stderr: string) =>
  rootProblem(target, { stderr, exitCode: 1, askedTwice: false }).code;

describe("becoming root", () => {
  it("never has the password in the command", () => {
    const argv = rootShellArgv({ kind: "sudo-password", password: secret("hunter2") }, "H", "P");
    expect(toShell(argv)).not.toContain("hunter2");
    expect(toShell(argv)).toContain("sudo -k -S -p P");
  });

  it.each([
    ["sudo: sorry, you must have a tty to run sudo", "sudo.needs-tty"],
    ["sudo: no tty present and no askpass program specified", "sudo.needs-tty"],
    ["sudo: a password is required", "sudo.password-wrong"],
    ["pi is not in the sudoers file.  This incident will be reported.", "sudo.refused"],
    ["Sorry, user pi may not run sudo on master1.", "sudo.refused"],
    ["Sorry, user pi is not allowed to execute '/bin/sh' as root on master1.", "sudo.refused"],
    ["env: 'sudo': No such file or directory", "sudo.refused"],
    [
      "WARNING: Your password has expired.\nPassword change required but no TTY available.",
      "ssh.auth-failed",
    ],
    ["something nobody has seen yet", "sudo.refused"],
  ])("understands %j", (stderr, code) => {
    expect(codeOf(stderr)).toBe(code);
  });
});
