import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addHost, exec, removeHost } from "@/lab/lab";
import { reveal, secret } from "@/lib/core/secret";
import { revealText, type Text } from "@/lib/core/text";
import type { Fact } from "@/lib/provision/fact";
import { mariadbState } from "@/lib/provision/facts/mariadb-state";
import { packagesState } from "@/lib/provision/facts/packages";
import { buildCreatePlan } from "@/lib/provision/plan/build-create";
import type { NodeId } from "@/lib/provision/plan/plan";
import type { Action, Step } from "@/lib/provision/step";
import type { ConfigFileInput } from "@/lib/provision/steps/config-file";
import { installPackages } from "@/lib/provision/steps/install-packages";
import { mariadbDatabaseStep } from "@/lib/provision/steps/mariadb-database";
import { mariadbUsersStep } from "@/lib/provision/steps/mariadb-users";
import { planInput, referenceInput } from "@/lib/provision/testing/reference-input";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { type Argv, quote, toShell } from "@/lib/shell/argv";
import { FIREWALL_UNIT, ROUTES_UNIT } from "./firewall/paths";
import { rulesProgram } from "./firewall/rules-program";
import { fstabWithoutSwap } from "./fstab/without-swap";
import { hostsFile } from "./hosts/hosts-file";
import { sqlString } from "./mariadb/quote";
import { mariadbServerConfig } from "./mariadb/server-config";
import { K3S_KERNEL_SETTINGS, sysctlFile } from "./sysctl/settings";
import { firewallUnit, routesUnit } from "./systemd/firewall-unit";
import { k3sUnit } from "./systemd/k3s-unit";
import { mariadbDropIn } from "./systemd/mariadb-drop-in";

/** A host of this suite's own, so that the others stay bare. */
const HOST = "validator";
const ADDRESS = "10.203.1.90";

const run = (argv: Argv, stdin: Text = "") => exec(HOST, toShell(argv), revealText(stdin));
const sh = (line: string, input = "") => exec(HOST, line, input);

async function ask<A, V>(fact: Fact<A, V>, args: A): Promise<V> {
  const { code, stdout, stderr } = await run(fact.command(args));
  const parsed = fact.parse({ stdout, stderr, exitCode: code }, args);
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return parsed.value;
}

async function perform(action: Action): Promise<string> {
  if (action.kind !== "run") throw new Error(`not for this test: ${action.kind}`);
  const { code, stdout, stderr } = await run(action.argv, action.stdin ?? "");
  if (code !== 0) throw new Error(`${action.why}: ${stdout}${stderr}`);
  return stdout;
}

/** Writes the text and runs the program that validates it in the plan. */
async function validated(id: string, content: string) {
  const { validate } = plan.nodes.get(id as NodeId)?.input as ConfigFileInput;
  if (validate === undefined) throw new Error(`${id} has no validator`);
  await sh("cat > /tmp/candidate.cnf", content);
  const argv = validate.map((token) => (token === "{file}" ? "/tmp/candidate.cnf" : token));
  return run(argv as unknown as Argv);
}

const plan = buildCreatePlan(referenceInput());
const contentOf = (id: string) => (plan.nodes.get(id as NodeId)?.input as ConfigFileInput).content;

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  await perform(installPackages(["haproxy", "mariadb-server"], "fresh"));
}, 300_000);
afterAll(() => removeHost(HOST));

describe("haproxy.cfg", () => {
  it("is accepted by HAProxy, without a warning", async () => {
    const { code, stdout, stderr } = await validated(
      "lb/haproxy.config",
      contentOf("lb/haproxy.config"),
    );
    expect(`${stdout}${stderr}`).toBe("");
    expect(code).toBe(0);
  });

  it("is accepted without any node for the web sites", async () => {
    const hosts = referenceInput().hosts.filter(({ role }) => role !== "agent");
    const alone = buildCreatePlan(planInput(hosts));
    const { content } = alone.nodes.get("lb/haproxy.config" as NodeId)?.input as ConfigFileInput;
    expect((await validated("lb/haproxy.config", content)).code).toBe(0);
  });

  it("would not replace the old one when broken", async () => {
    expect((await validated("lb/haproxy.config", "global\n  nonsense\n")).code).not.toBe(0);
  });
});

describe("60-gandalf.cnf", () => {
  it("is accepted by MariaDB, which then reads what was meant", async () => {
    expect(await validated("db/mariadb.config", mariadbServerConfig(ADDRESS))).toMatchObject({
      code: 0,
    });
    const { stdout } = await sh("my_print_defaults --defaults-file=/tmp/candidate.cnf mysqld");
    expect(stdout).toContain(`--bind-address=${ADDRESS}\n`);
  });

  it("would not replace the old one when broken", async () => {
    const { code, stderr } = await validated(
      "db/mariadb.config",
      "[mysqld]\nno-such-setting = 1\n",
    );
    expect(code).not.toBe(0);
    expect(stderr).toContain("no-such-setting");
  });
});

it("systemd finds nothing wrong with the units", async () => {
  await sh("install -D -m 755 /bin/true /usr/local/bin/k3s");
  for (const command of ["server", "agent"] as const) {
    await sh("cat > /etc/systemd/system/k3s-check.service", k3sUnit(command));
    const { code, stderr } = await sh(
      "systemd-analyze --man=no verify /etc/systemd/system/k3s-check.service",
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  }
  await sh(
    "install -d /etc/gandalf/firewall; cat > /etc/gandalf/firewall/rules.sh",
    rulesProgram(),
  );
  expect((await sh("sh -n /etc/gandalf/firewall/rules.sh")).stderr).toBe("");
  for (const [unit, text] of [
    [FIREWALL_UNIT, firewallUnit()],
    [ROUTES_UNIT, routesUnit()],
  ] as const) {
    await sh(`cat > /etc/systemd/system/${unit}`, text);
    const { code, stderr } = await sh(
      `systemd-analyze --man=no verify /etc/systemd/system/${unit}`,
    );
    expect({ unit, code, stderr }).toEqual({ unit, code: 0, stderr: "" });
  }
  await sh(
    "mkdir -p /etc/systemd/system/mariadb.service.d; cat > /etc/systemd/system/mariadb.service.d/60-gandalf.conf",
    mariadbDropIn(),
  );
  const { code, stderr } = await sh(
    "systemctl daemon-reload; systemd-analyze --man=no verify mariadb.service",
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

it("the host itself reads its files as they were meant", async () => {
  await sh("cat > /etc/hosts", hostsFile("127.0.0.1 localhost\n", referenceInput().hosts));
  expect((await sh("getent hosts master2")).stdout).toMatch(/^192\.168\.1\.221\s+master2/);
  await sh("cat > /tmp/sysctl.conf", sysctlFile(K3S_KERNEL_SETTINGS));
  expect(await sh("sysctl -p /tmp/sysctl.conf && sysctl -n kernel.panic")).toMatchObject({
    code: 0,
  });
  await sh(
    "cat > /tmp/fstab",
    fstabWithoutSwap("/dev/sda1 none swap sw 0 0\nproc /proc proc defaults 0 0\n"),
  );
  expect(
    (await sh("findmnt --tab-file /tmp/fstab --noheadings --output FSTYPE")).stdout.trim(),
  ).toBe("proc");
});

describe("MariaDB", () => {
  const users = {
    database: "k3s_lab",
    user: "k3s",
    password: secret("a'b\\c\"d $(x)"),
    addresses: [ADDRESS],
    hostName: HOST,
  };

  async function settle<I>(step: Step<I>, input: I): Promise<readonly string[]> {
    const states: string[] = [];
    for (let round = 0; round < 2; round++) {
      const decision = step.decide(input, { mariadb: await ask(mariadbState, {}) });
      if (!decision.ok) throw new Error(decision.problem.detail);
      states.push(decision.value.state);
      if (decision.value.state === "change")
        for (const action of decision.value.actions) await perform(action);
    }
    return states;
  }

  it("has the database after one change, and nothing to do after that", async () => {
    expect(await settle(mariadbDatabaseStep, { database: users.database, hostName: HOST })).toEqual(
      ["change", "in-sync"],
    );
  });

  it("has the users after one change, and throws out who is no longer a server", async () => {
    await sh(`mariadb -e "CREATE USER k3s@'%' IDENTIFIED BY 'x'"`);
    expect(await settle(mariadbUsersStep, users)).toEqual(["change", "in-sync"]);
    const { stdout } = await sh(`mariadb -N -e "SELECT Host FROM mysql.user WHERE User = 'k3s'"`);
    expect(stdout.trim()).toBe(ADDRESS);
  });

  it("lets a server in with its password, into its own database only", async () => {
    await sh(
      "cat > /etc/mysql/mariadb.conf.d/60-gandalf.cnf; systemctl restart mariadb",
      mariadbServerConfig(ADDRESS),
    );
    const query = (sql: string) =>
      sh(
        `MYSQL_PWD=${quote(reveal(users.password))} ${toShell(["mariadb", "-h", ADDRESS, "-u", "k3s", "-N", "-e", sql])}`,
      );
    expect(await query('CREATE TABLE k3s_lab.t (a INT); SHOW DATABASES LIKE "k3s%"')).toMatchObject(
      { stderr: "", stdout: "k3s_lab\n" },
    );
    expect((await query("CREATE DATABASE k3sXlab")).stderr).toContain("Access denied");
    expect((await query("SELECT * FROM mysql.user")).stderr).toContain("denied");
  });

  it("reads every hostile string as it was meant", async () => {
    // Not half a surrogate pair (no UTF-8), nor what exceeds the packet.
    const values = HOSTILE.filter(
      (value) => !/[\0\ud800]/.test(value.replaceAll(/[\ud83d]./g, "")) && value.length < 1000,
    );
    const sql = values.map((value) => `SELECT HEX(${sqlString(value)});`).join("\n");
    const { stdout, code, stderr } = await sh(
      "mariadb --batch --skip-column-names --default-character-set=utf8mb4",
      sql,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, -1)).toEqual(
      values.map((value) => Buffer.from(value).toString("hex").toUpperCase()),
    );
  });
});

it("waits for apt and names its holder", async () => {
  const hold =
    "import fcntl,time\nf=open('/var/lib/dpkg/lock-frontend','w')\nfcntl.lockf(f,fcntl.LOCK_EX)\nprint('held',flush=True)\ntime.sleep(4)\n";
  await sh(`cat > /tmp/hold.py; (python3 /tmp/hold.py >/dev/null 2>&1 &); sleep 0.7`, hold);
  const state = await ask(packagesState, { names: ["haproxy", "tree"] });
  expect(state.lockHolder).toMatch(/^\d+ \(python3\)$/);
  const log = await perform(installPackages(["tree"], "fresh"));
  expect(log).toMatch(/apt is in use by process \d+ \(python3\): waiting/);
  expect(await ask(packagesState, { names: ["tree"] })).toMatchObject({
    lockHolder: null,
    versions: { tree: expect.any(String) as string },
  });
});
