import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secret } from "@/lib/core/secret";
import { script } from "@/lib/shell/argv";
import { cut, exec, heal, mustExec, start, stop } from "@/lab/lab";
import { HostSession } from "./host-session";
import type { ArtifactSource } from "./put-artifact";
import { SshHost } from "./ssh-host";
import { labTarget, must } from "./testing/lab-target";

const none: ArtifactSource = { open: () => Readable.from([]) };
const opened: HostSession[] = [];

async function host(name: string, source = none, changes = {}): Promise<SshHost> {
  const session = new HostSession(await labTarget(name, changes));
  opened.push(session);
  return new SshHost(session, source);
}

/** What these tests write on their host. */
const LEFT_BEHIND =
  "/tmp/starts /tmp/first /tmp/slow-done /tmp/followed /etc/gandalf-test " +
  "/usr/local/bin/pushed /var/lib/gandalf/previous/etc/gandalf-test";

/** How long the host may take to show what must come about. */
const PATIENT = { timeout: 10_000 };
const owner = (job: string) => ({ job, who: "test", why: "a test" });

let lb: SshHost;
beforeAll(async () => {
  lb = await host("lb");
});
afterAll(async () => {
  await Promise.all(opened.map((session) => session.close()));
  await mustExec("lb", `rm -rf ${LEFT_BEHIND}`);
  await mustExec("worker2", "rm -f /root/ran");
});

describe("questions", () => {
  it("answers every command with its own output and exit code in one round trip", async () => {
    const answers = must(
      await lb.ask(
        [
          ["id", "-u"],
          script("echo out; echo err >&2; exit 3"),
          ["false"],
          ["no-such-program"],
          script("printf 'no newline'"),
          script("exec 1>&-; exec 2>&-; exit 4"),
          ["cat"],
        ],
        { timeoutMs: 10_000 },
      ),
    );
    expect(answers.map((a) => a.exitCode)).toEqual([0, 3, 1, 127, 0, 4, 0]);
    expect(answers[0]?.stdout).toBe("0\n");
    expect(answers[1]).toMatchObject({ stdout: "out\n", stderr: "err\n" });
    expect(answers[4]?.stdout).toBe("no newline");
    expect(answers[6]?.stdout).toBe("");
  });

  it("keeps 5 MB and binary output whole, beside each other", async () => {
    const answers = must(
      await lb.ask(
        [
          script("head -c 5000000 /dev/zero | tr '\\0' x"),
          script("head -c 300000 /dev/urandom"),
          script("head -c 5000000 /dev/zero | tr '\\0' y >&2"),
          ["echo", "still in order"],
        ],
        { timeoutMs: 30_000 },
      ),
    );
    expect(answers[0]?.stdout).toHaveLength(5_000_000);
    expect(answers[1]?.stdout.length).toBeGreaterThan(100_000);
    expect(answers[2]?.stderr).toHaveLength(5_000_000);
    expect(answers[3]?.stdout).toBe("still in order\n");
  });

  it("names the command that hung, and answers the next question", async () => {
    const late = await lb.ask([["true"], ["sleep", "999"]], { timeoutMs: 500 });
    expect(late).toMatchObject({
      ok: false,
      problem: { code: "command.timeout", evidence: { command: "sleep 999" } },
    });
    expect(must(await lb.ask([["echo", "hi"]], { timeoutMs: 10_000 }))[0]?.stdout).toBe("hi\n");
    expect((await exec("lb", "pgrep -f '[s]leep 99'")).code).toBe(1);
  });

  it("lets no argument become a command", async () => {
    const nasty = [
      "$(touch /tmp/canary)",
      "`touch /tmp/canary`",
      "'; touch /tmp/canary; '",
      "\n touch /tmp/canary\n",
      "-rf",
      "a b\tc",
      "%s%n",
      "é\u202e\u{1f600}",
      "\\'\"",
      "!!",
      "~gandalf:",
    ];
    const answers = must(
      await lb.ask(
        nasty.map((text) => ["printf", "%s", text] as const),
        { timeoutMs: 10_000 },
      ),
    );
    expect(answers.map((a) => a.stdout)).toEqual(nasty);
    const ran = must(await lb.run(["printf", "%s|", ...nasty], { timeoutMs: 10_000 }));
    expect(ran.stdout).toBe(nasty.map((text) => `${text}|`).join(""));
    expect((await exec("lb", "test -e /tmp/canary")).code).toBe(1);
  });

  it("refuses NUL, which a shell would drop silently", async () => {
    expect(await lb.ask([["echo", "a\0b"]], { timeoutMs: 1000 })).toMatchObject({
      ok: false,
      problem: { code: "input.invalid" },
    });
  });

  it("connects again by itself after the link was lost", async () => {
    await mustExec("lb", "pkill -f '[s]shd: pi' || true");
    expect(must(await lb.ask([["echo", "back"]], { timeoutMs: 10_000 }))[0]?.stdout).toBe("back\n");
  });
});

describe("commands", () => {
  it("streams lines as they come, feeds input, and reports the exit code", async () => {
    const lines: string[] = [];
    const done = must(
      await lb.run(script("cat; printf 'a\\rb\\r\\nc'; echo e >&2; exit 7"), {
        timeoutMs: 10_000,
        stdin: ["from ", secret("stdin"), "\n"],
        onLine: (stream, line) => lines.push(`${stream} ${line}`),
      }),
    );
    expect(done.exitCode).toBe(7);
    expect(lines.toSorted()).toEqual(
      ["stderr e", "stdout a", "stdout b", "stdout c", "stdout from stdin"].toSorted(),
    );
  });

  it("shows no secret of its input in any process list", async () => {
    const running = lb.run(script("cat >/dev/null; sleep 1"), {
      timeoutMs: 10_000,
      stdin: [secret("hunter2-canary")],
    });
    const seen = await mustExec(
      "lb",
      "sleep 0.3; cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ | tr '\\0' ' '",
    );
    must(await running);
    expect(seen).toContain("sshd");
    expect(seen).not.toContain("hunter2-canary");
  });

  it("kills the whole process group on abort, and on timeout", async () => {
    const stopper = new AbortController();
    const seen = Promise.withResolvers<void>();
    const running = lb.run(script("sleep 998 & echo started; sleep 998"), {
      timeoutMs: 60_000,
      signal: stopper.signal,
      onLine: () => seen.resolve(),
    });
    await seen.promise;
    stopper.abort();
    expect(must(await running).exitCode).toBeNull();
    const late = await lb.run(script("trap '' TERM; sleep 997"), { timeoutMs: 300 });
    expect(late).toMatchObject({ ok: false, problem: { code: "command.timeout" } });
    expect((await exec("lb", "pgrep -f '[s]leep 99'")).code).toBe(1);
  });

  it("answers questions while a command runs", async () => {
    const running = lb.run(["sleep", "1"], { timeoutMs: 10_000 });
    const startedMs = performance.now();
    must(await lb.ask([["true"]], { timeoutMs: 10_000 }));
    expect(performance.now() - startedMs).toBeLessThan(900);
    must(await running);
  });

  it("follows a growing log until told to stop", async () => {
    await mustExec("lb", "echo one >/tmp/followed");
    const stopper = new AbortController();
    const two = Promise.withResolvers<void>();
    lb.follow(
      ["tail", "-f", "/tmp/followed"],
      (_stream, line) => line === "two" && two.resolve(),
      stopper.signal,
    );
    await mustExec("lb", "sleep 0.5; echo two >>/tmp/followed");
    await two.promise;
    stopper.abort();
    await expect.poll(async () => (await exec("lb", "pgrep -x tail")).code, PATIENT).toBe(1);
  });

  it("pays a slow login shell once, not once a command", async () => {
    await mustExec(
      "db",
      "echo 'sleep 1' >~pi/.bashrc.new; cat ~pi/.bashrc >>~pi/.bashrc.new; mv ~pi/.bashrc.new ~pi/.bashrc",
    );
    const db = await host("db");
    must(await db.session.ready());
    const startedMs = performance.now();
    for (let i = 0; i < 10; i++) must(await db.ask([["true"]], { timeoutMs: 10_000 }));
    expect(performance.now() - startedMs).toBeLessThan(1000);
    await mustExec("db", "sed -i 1d ~pi/.bashrc");
  });
});

describe("the host's lock", () => {
  it("fences every mutation of an older runner, even one that is under way", async () => {
    const first = must(await lb.lock(owner("1")));
    const other = await host("lb");
    expect(must(await first.run(["touch", "/tmp/first"], { timeoutMs: 5000 })).exitCode).toBe(0);
    const slow = first.run(script("sleep 1; touch /tmp/slow-done"), { timeoutMs: 10_000 });
    const second = must(await other.lock(owner("2")));
    expect((await exec("lb", "test -e /tmp/slow-done")).code).toBe(0); // waited for
    expect(must(await slow).exitCode).toBe(0);

    const fenced = { ok: false, problem: { code: "host.fenced" } };
    expect(await first.run(["touch", "/tmp/late"], { timeoutMs: 5000 })).toMatchObject(fenced);
    expect(
      await first.writeFile({ path: "/tmp/late", content: "x", mode: 0o644, owner: "root:root" }),
    ).toMatchObject(fenced);
    expect(await first.runUnit("late", ["touch", "/tmp/late"], { timeoutMs: 5000 })).toMatchObject(
      fenced,
    );
    const artifact = { sha256: "0".repeat(64), sizeBytes: 1, name: "late" };
    expect(
      await first.putArtifact(artifact, { path: "/tmp/late", mode: 0o644 }, () => undefined),
    ).toMatchObject(fenced);
    expect((await exec("lb", "test -e /tmp/late")).code).toBe(1);
    expect(must(await second.run(["true"], { timeoutMs: 5000 })).exitCode).toBe(0);
    expect(await mustExec("lb", "cat /var/lib/gandalf/owner")).toContain('"job":"2"');
    await second.unlock();
    expect((await exec("lb", "test -e /var/lib/gandalf/owner")).code).toBe(1);
  });

  it("gives rising numbers to a crowd, and only the last may act", async () => {
    const crowd = await Promise.all(Array.from({ length: 5 }, () => host("master1")));
    const locked = await Promise.all(crowd.map((h, i) => h.lock(owner(String(i)))));
    const results = await Promise.all(
      locked.map((h) => must(h).run(["true"], { timeoutMs: 10_000 })),
    );
    expect(results.filter((r) => r.ok)).toHaveLength(1);
  });
});

describe("files", () => {
  it("writes whole files with owner and mode, and keeps the old one", async () => {
    const file = { path: "/etc/gandalf-test/deep/a b.conf", mode: 0o640, owner: "root:adm" };
    must(await lb.writeFile({ ...file, content: "one\n" }));
    must(await lb.writeFile({ ...file, content: ["two ", secret("secret"), "\n"] }));
    expect(await mustExec("lb", "stat -c '%a %U:%G' '/etc/gandalf-test/deep/a b.conf'")).toBe(
      "640 root:adm",
    );
    expect(await mustExec("lb", "cat '/etc/gandalf-test/deep/a b.conf'")).toBe("two secret");
    expect(
      await mustExec("lb", "cat '/var/lib/gandalf/previous/etc/gandalf-test/deep/a b.conf'"),
    ).toBe("one");
    expect(await mustExec("lb", "ls -A /etc/gandalf-test/deep")).toBe("a b.conf");
  });

  it("keeps the old file when its program refuses the new one", async () => {
    const path = "/etc/sudoers.d/gandalf-test";
    const refused = await lb.writeFile({
      path,
      content: "this is not sudoers\n",
      mode: 0o440,
      owner: "root:root",
      validate: ["visudo", "-cf", "{file}"],
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: "file.invalid" } });
    expect((await exec("lb", `test -e ${path}`)).code).toBe(1);
    expect(await mustExec("lb", "ls -A /etc/sudoers.d")).not.toContain("gandalf");
  });

  it("says which disk is full, and leaves no temporary file", async () => {
    await mustExec("lb", "mkdir -p /mnt/small && mount -t tmpfs -o size=1m tmpfs /mnt/small");
    const big = await lb.writeFile({
      path: "/mnt/small/big",
      content: "x".repeat(2_000_000),
      mode: 0o644,
      owner: "root:root",
    });
    expect(big).toMatchObject({ ok: false, problem: { code: "host.disk-full" } });
    expect(big.ok ? "" : big.problem.detail).toContain("/mnt/small on lb is full");
    const bytes = randomBytes(4_000_000);
    const pusher = await host("lb", { open: () => Readable.from([bytes]) });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const artifact = { sha256, sizeBytes: bytes.length, name: "four megabytes" };
    const pushed = await pusher.putArtifact(
      artifact,
      { path: "/mnt/small/x", mode: 0o755 },
      () => undefined,
    );
    expect(pushed).toMatchObject({ ok: false, problem: { code: "host.disk-full" } });
    expect(await mustExec("lb", "ls -A /mnt/small")).toBe("");
    await mustExec("lb", "umount /mnt/small");
  });
});

describe("artifacts", () => {
  const bytes = randomBytes(8_000_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const chunks = () => {
    const parts: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += 65_536) parts.push(bytes.subarray(at, at + 65_536));
    return Readable.from(parts);
  };

  it("arrives whole, with its mode, and reports progress to the end", async () => {
    const pusher = await host("lb", { open: chunks });
    const progress: number[] = [];
    const artifact = { sha256, sizeBytes: bytes.length, name: "test" };
    const target = { path: "/usr/local/bin/pushed", mode: 0o755 };
    must(await pusher.putArtifact(artifact, target, (sent) => progress.push(sent)));
    expect(await mustExec("lb", "sha256sum </usr/local/bin/pushed")).toContain(sha256);
    expect(await mustExec("lb", "stat -c %a:%U /usr/local/bin/pushed")).toBe("755:root");
    expect(progress.at(-1)).toBe(bytes.length);
  });

  it("is refused when its checksum differs, or when the store ends early", async () => {
    const pusher = await host("lb", { open: chunks });
    const target = { path: "/usr/local/bin/refused", mode: 0o755 };
    const wrong = { sha256: "0".repeat(64), sizeBytes: bytes.length, name: "wrong" };
    expect(await pusher.putArtifact(wrong, target, () => undefined)).toMatchObject({
      ok: false,
      problem: { code: "artifact.checksum" },
    });
    const short = { sha256, sizeBytes: bytes.length + 1, name: "short" };
    expect(await pusher.putArtifact(short, target, () => undefined)).toMatchObject({
      ok: false,
      problem: { code: "ssh.link-lost" },
    });
    await expect
      .poll(() => mustExec("lb", "ls -A /usr/local/bin | grep -c -e gandalf -e refused || true"), {
        timeout: 10_000,
      })
      .toBe("0");
  });
});

describe("long work", () => {
  it("streams its log, takes input, and reports how it ended", async () => {
    const lines: string[] = [];
    const done = must(
      await lb.runUnit(
        "apt install",
        script("cat; echo err >&2; for i in 1 2 3; do echo $i; sleep 0.2; done; exit 5"),
        {
          timeoutMs: 20_000,
          stdin: ["in ", secret("put"), "\n"],
          onLine: (_stream, line) => lines.push(line),
        },
      ),
    );
    expect(done.exitCode).toBe(5);
    expect(lines).toEqual(["in put", "err", "1", "2", "3"]);
    expect(await mustExec("lb", "ls -A /run/gandalf/units")).toBe("");
  });

  it("is found again by a restarted panel, without a second start", async () => {
    const argv = script("echo begin >>/tmp/starts; echo a; sleep 2; echo b");
    const before = await host("lb");
    const saw = Promise.withResolvers<void>();
    const lost = before.runUnit("re attach", argv, {
      timeoutMs: 20_000,
      onLine: () => saw.resolve(),
    });
    await saw.promise;
    await before.session.close(); // the panel is gone
    expect((await lost).ok).toBe(false);
    const lines: string[] = [];
    const after = await host("lb");
    const options = { timeoutMs: 20_000, onLine: (_: string, line: string) => lines.push(line) };
    expect(must(await after.runUnit("re attach", argv, options)).exitCode).toBe(0);
    expect(lines).toEqual(["a", "b"]);
    expect(await mustExec("lb", "cat /tmp/starts")).toBe("begin");
  });

  it("is stopped with everything it started, on abort and on timeout", async () => {
    const stopper = new AbortController();
    const aborted = lb.runUnit("stop me", script("sleep 996 & echo x; sleep 996"), {
      timeoutMs: 60_000,
      signal: stopper.signal,
      onLine: () => stopper.abort(),
    });
    expect(must(await aborted).exitCode).toBeNull();
    expect(await lb.runUnit("too slow", ["sleep", "995"], { timeoutMs: 800 })).toMatchObject({
      ok: false,
      problem: { code: "command.timeout" },
    });
    expect((await exec("lb", "pgrep -f '[s]leep 99'")).code).toBe(1);
  });

  it("goes on while the cable is out, and is read to its end afterwards", async () => {
    const lines: string[] = [];
    const saw = Promise.withResolvers<void>();
    const running = lb.runUnit(
      "cable",
      script("for i in 1 2 3 4 5 6; do echo $i; sleep 0.5; done"),
      {
        timeoutMs: 60_000,
        onLine: (_stream, line) => (lines.push(line), saw.resolve()),
      },
    );
    await saw.promise;
    await cut("lb");
    await mustExec("db", "sleep 4");
    await mustExec("lb", "pkill -f '[s]shd: pi' || true"); // the link itself does not come back
    await heal("lb");
    expect(must(await running).exitCode).toBe(0);
    expect(lines).toEqual(["1", "2", "3", "4", "5", "6"]);
  });
});

describe("a power cut", () => {
  it("is a lost link in the middle of a command and of long work, never a second start", async () => {
    const h = await host("worker2");
    const saw = Promise.withResolvers<void>();
    const running = h.run(script("echo a; sleep 900"), {
      timeoutMs: 60_000,
      onLine: () => saw.resolve(),
    });
    await saw.promise;
    await stop("worker2");
    await start("worker2");
    expect(await running).toMatchObject({ ok: false, problem: { code: "ssh.link-lost" } });

    const again = Promise.withResolvers<void>();
    const unit = h.runUnit("power", script("echo ran >>/root/ran; echo x; sleep 900"), {
      timeoutMs: 90_000,
      onLine: () => again.resolve(),
    });
    await again.promise;
    await stop("worker2");
    await start("worker2");
    expect(await unit).toMatchObject({ ok: false, problem: { code: "ssh.link-lost" } });
    expect(await mustExec("worker2", "cat /root/ran")).toBe("ran");
    expect((await exec("worker2", "pgrep -f '[s]leep 900'")).code).toBe(1);
  });
});
