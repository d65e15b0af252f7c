import { describe, expect, it } from "vitest";
import { CGROUP_FLAGS, cmdlineHasFlags, cmdlineWithFlags } from "./with-flags";

const FLAGS = "cgroup_enable=cpuset cgroup_enable=memory cgroup_memory=1";
const PI =
  "console=serial0,115200 console=tty1 root=PARTUUID=4e639091-02 rootfstype=ext4 fsck.repair=yes rootwait";

describe("cmdline.txt", () => {
  it.each([
    ["a Raspberry Pi's own", `${PI}\n`, `${PI} ${FLAGS}\n`],
    ["without a line's end", PI, `${PI} ${FLAGS}\n`],
    ["with one flag already", `cgroup_memory=1 ${PI}\n`, `${PI} ${FLAGS}\n`],
    ["with the flags on a line of their own", `${PI}\n${FLAGS}\n`, `${PI} ${FLAGS}\n`],
    ["with memory switched off", `${PI} cgroup_disable=memory\n`, `${PI} ${FLAGS}\n`],
    ["with Windows' ends of lines", `${PI}\r\n`, `${PI} ${FLAGS}\n`],
    ["with spaces in quotes", `a="b  c" ${PI}`, `a="b  c" ${PI} ${FLAGS}\n`],
  ])("%s gets every flag once, in its one line", (_, before, after) => {
    expect(cmdlineWithFlags(before, CGROUP_FLAGS)).toBe(after);
    expect(cmdlineHasFlags(before, CGROUP_FLAGS)).toBe(false);
  });

  it("is the same when done again", () => {
    const once = cmdlineWithFlags(PI, CGROUP_FLAGS);
    expect(cmdlineWithFlags(once, CGROUP_FLAGS)).toBe(once);
    expect(cmdlineHasFlags(once, CGROUP_FLAGS)).toBe(true);
  });

  it("keeps what only begins like a flag", () => {
    expect(cmdlineWithFlags("cgroup_memory=10 quiet", ["cgroup_memory=1"])).toBe(
      "cgroup_memory=10 quiet cgroup_memory=1\n",
    );
  });
});
