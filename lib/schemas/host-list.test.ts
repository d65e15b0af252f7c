import { describe, expect, it } from "vitest";
import { parseHostList } from "./host-list";

const DEFAULTS = { user: "pi", port: 22 };
const parse = (text: string) => parseHostList(text, DEFAULTS);
const one = (line: string) => {
  const { targets, problems } = parse(line);
  return problems[0]?.problem ?? targets[0];
};
const host = (address: string, more = {}) => ({ address, port: 22, user: "pi", ...more });

describe("a pasted list of hosts", () => {
  it.each([
    ["192.168.1.220", host("192.168.1.220")],
    ["  master1.lan  ", host("master1.lan")],
    ["master1", host("master1")],
    ["192.168.1.220:2222", host("192.168.1.220", { port: 2222 })],
    ["admin@192.168.1.220", host("192.168.1.220", { user: "admin" })],
    ["admin@master1:2200", host("master1", { user: "admin", port: 2200 })],
    ["ssh admin@192.168.1.220 -p 2200", host("192.168.1.220", { user: "admin", port: 2200 })],
    ["ssh -p 2200 admin@192.168.1.220", host("192.168.1.220", { user: "admin", port: 2200 })],
    ["ssh 192.168.1.220 -l root", host("192.168.1.220", { user: "root" })],
    ["ssh://admin@192.168.1.220:2200/", host("192.168.1.220", { user: "admin", port: 2200 })],
    ["fd00::12", host("fd00::12")],
    ["root@[fd00::12]:2200", host("fd00::12", { user: "root", port: 2200 })],
    ["192.168.1.220 master1 # the new one", host("192.168.1.220", { name: "master1" })],
    ["192.168.1.220\tMaster1.home.lan", host("192.168.1.220", { name: "master1" })],
    ["master1,192.168.1.220", host("192.168.1.220", { name: "master1" })],
    [
      "master1, 192.168.1.220, 2200, admin",
      host("192.168.1.220", { name: "master1", port: 2200, user: "admin" }),
    ],
    ["192.168.1.220;22;root", host("192.168.1.220", { user: "root" })],
    ['"192.168.1.220","22"', host("192.168.1.220")],
    [
      "master1 ansible_host=192.168.1.220 ansible_user=admin ansible_port=2200 ansible_become=true",
      host("192.168.1.220", { name: "master1", user: "admin", port: 2200 }),
    ],
  ])("reads %j", (line, expected) => {
    expect(one(line)).toEqual(expected);
  });

  it.each([
    ["192.168.1.300", /IPv4|address such as/],
    ["192.168.1", /address such as/],
    ["192.168.1.220:99999", /"99999" is no port/],
    ["192.168.1.220:0", /"0" is no port/],
    ["192.168.1.220:ssh", /"ssh" is no port/],
    ["-oProxyCommand=evil@192.168.1.220", /user name such as pi/],
    ["$(reboot)@192.168.1.220", /user name such as pi/],
    ["@192.168.1.220", /user name such as pi/],
    ["-rf", /address such as/],
    ["a;b|c&d", /.+/],
    ["192.168.1.220 under_score", /lower-case letters/],
    ["the quick brown fox jumps over", /no host/],
    ["http://192.168.1.220/", /.+/],
    ["192.168.1.0/24", /address such as/],
    ["x".repeat(400), /too long/],
    ["\u0000\u202e", /.+/],
  ])("says what is wrong with %j", (line, expected) => {
    expect(one(line)).toMatch(expected);
  });

  it.each([
    ["192.168.1.9-11", ["192.168.1.9", "192.168.1.10", "192.168.1.11"]],
    ["192.168.1.9-192.168.1.10", ["192.168.1.9", "192.168.1.10"]],
    ["root@192.168.1.9-10:2200", ["192.168.1.9", "192.168.1.10"]],
  ])("reads the range %s", (line, addresses) => {
    const { targets, problems } = parse(line);
    expect(problems).toEqual([]);
    expect(targets.map((target) => target.address)).toEqual(addresses);
  });

  it.each([
    "192.168.1.11-9",
    "192.168.1.250-260",
    "192.168.1.9-11 master1",
    "192.168.1.9-99999999",
  ])("takes nothing of %s, which is no range", (line) => {
    const { targets, problems } = parse(line);
    expect(targets).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it("skips blank lines, comments and groups, and counts lines as an editor does", () => {
    const list =
      "# my cluster\r\n\r\n[servers]\r\nmaster1\r\n// later\r\nnot a host at all, sorry\r\nmaster2";
    expect(parse(list)).toEqual({
      targets: [host("master1"), host("master2")],
      problems: [
        { line: 6, text: "not a host at all, sorry", problem: expect.any(String) as string },
      ],
    });
  });

  it("reads tables by their header, whatever the order", () => {
    const list = "user;port;address;name\nroot;2200;192.168.1.220;master1\n;;192.168.1.221;\n";
    expect(parse(list).targets).toEqual([
      host("192.168.1.220", { name: "master1", user: "root", port: 2200 }),
      host("192.168.1.221"),
    ]);
  });

  it("lists a host once, the first line wins", () => {
    const { targets, problems } = parse("Master1\nroot@master1\nmaster1:22\nmaster1:2200");
    expect(problems).toEqual([]);
    expect(targets).toEqual([host("Master1"), host("master1", { port: 2200 })]);
  });

  it("survives 500 lines of rubbish, names each, and loses none of the hosts between", () => {
    const alphabet = "abc 09.:@[]#,;\t=-_/\\'\"$`é\u{1f600}\u0007%&|<>";
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
    const letters = [...alphabet];
    const rubbish = Array.from({ length: 500 }, () =>
      Array.from({ length: 5 + next(200) }, () => letters[next(letters.length)]).join(""),
    );
    const real = Array.from({ length: 20 }, (_, at) => `10.0.0.${at + 1}`);
    const lines = rubbish.flatMap((line, at) =>
      at % 25 === 0 ? [line, real[at / 25] ?? ""] : [line],
    );
    const { targets, problems } = parse(lines.join("\n"));
    expect(real.filter((address) => targets.some((t) => t.address === address))).toEqual(real);
    expect(problems.length).toBeGreaterThan(400);
    for (const { text, problem } of problems) {
      expect(text.length).toBeLessThanOrEqual(121);
      expect(problem).not.toBe("");
    }
  });

  it("stops at 256 hosts, and says so at every line beyond", () => {
    const list = Array.from({ length: 300 }, (_, at) => `10.0.${at >> 8}.${at & 255}`).join("\n");
    const { targets, problems } = parse(list);
    expect([targets.length, problems.length]).toEqual([256, 44]);
    expect(problems[0]).toMatchObject({ line: 257 });
  });

  it("reads a megabyte on one line in no time", () => {
    const startedMs = performance.now();
    expect(parse("a@".repeat(500_000)).problems).toHaveLength(1);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
