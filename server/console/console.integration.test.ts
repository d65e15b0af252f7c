import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { addHost, exec, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import type { SessionUser, UserRole } from "@/lib/schemas/session";
import { tokenHash } from "@/server/auth/token";
import { kubeconfigName } from "@/server/services/cluster-secrets";
import { probeHostKey } from "@/server/ssh/probe-host-key";
import { must } from "@/server/ssh/testing/lab-target";
import { signedIn } from "@/server/testing/call-route";
import { installK3s } from "@/server/testing/lab-k3s";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { createConsoles } from "./consoles";

const HOST = "console1";
const ADDRESS = "10.203.1.243";
const SOON = { timeout: 30_000, interval: 100 };

let panel: TestContainer;
let clusterId: string;
let hostId: string;
const opened: { closeQuietly(): void }[] = [];

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
  const kubeconfig = must(
    rewriteKubeconfig(await installK3s(HOST, ADDRESS), `https://${ADDRESS}:6443`),
  );
  panel = await testContainer();
  const { db, ssh, vault } = panel.container;
  const { publicLine } = await ssh.panelKey();
  await mustExec(
    HOST,
    `ln -s k3s /usr/local/bin/kubectl # as k3s's installer does
    install -d -o pi -g pi -m 700 /home/pi/.ssh; echo '${publicLine}' >>/home/pi/.ssh/authorized_keys
    chown pi /home/pi/.ssh/authorized_keys
    k3s kubectl run shop-front --image=busybox:lab --image-pull-policy=IfNotPresent -- sleep 100000
    k3s kubectl wait --for=condition=Ready pod/shop-front --timeout=60s`,
  );
  const key = must(await probeHostKey(ADDRESS, 22));
  const place = { name: HOST, address: ADDRESS, user: "pi" };
  const data = { ...place, hostKey: key.fingerprint, hostKeyType: key.type };
  hostId = (await db.host.create({ data })).id;
  clusterId = (await db.cluster.create({ data: { name: "lab", state: "ready", spec: "{}" } })).id;
  await vault.put(kubeconfigName(clusterId), secret(kubeconfig));
}, 300_000);

afterEach(async () => {
  for (const { closeQuietly } of opened.splice(0)) closeQuietly();
  await allGone();
});
afterAll(async () => {
  await panel[Symbol.asyncDispose]();
  await removeHost(HOST);
});

/** A console of somebody new with that role, on a screen that is large enough. */
async function open(role: UserRole, typed = "") {
  const { token } = await signedIn(panel.container, role);
  const user = (await panel.container.sessions.find(token)) as SessionUser;
  const { terminals } = panel.container;
  const opener = { user, address: "192.0.2.7", sessionHash: tokenHash(token) };
  const wish = { cluster: { id: clusterId, name: "lab" }, typed, cols: 200, rows: 50 };
  const servers = [
    { hostId: "gone12345", hostName: "gone" },
    { hostId, hostName: HOST },
  ];
  const id = must(await terminals.openConsole(opener, { ...wish, servers }));
  const page = { text: "", ended: false };
  const data = (chunk: Buffer, taken: () => void) => {
    page.text += chunk.toString();
    taken();
  };
  const outlet = { data, end: () => (page.ended = true) };
  const { detach } = must(terminals.attach({ id, user }, outlet));
  const type = (text: string) => must(terminals.write({ id, user }, text));
  const sees = (what: RegExp) => vi.waitFor(() => expect(page.text).toMatch(what), SOON);
  await sees(/lab.*default.*\$/s);
  opened.push({ closeQuietly: () => void terminals.close({ id, user }) });
  return {
    ...{ page, type, sees, detach, user, token },
    /** Runs a line; answers what it printed. */
    run: async (line: string) => {
      const end = `end-${Math.random().toString(36).slice(2)}`;
      page.text = "";
      type(`${line}; printf '%s\\n' ${end.replace("-", "''-")}\r`);
      await sees(new RegExp(`${end}\\r?\\n`));
      const all = page.text.slice(page.text.indexOf("\n") + 1);
      return all.slice(0, all.indexOf(end)).replaceAll(/\r|\u001b\[[?0-9;]*[a-zA-Z]/g, "");
    },
    close: () => must(terminals.close({ id, user })),
  };
}

const left = async () =>
  (
    await exec(
      HOST,
      `systemctl list-units --all --no-legend 'gandalf-console-*'; ls -A /run/gandalf-consoles 2>/dev/null; pgrep -fa '[s]leep 98765|[s]ocket-proxyd|[s]ocket-activate'; true`,
    )
  ).stdout.trim();
const allGone = () => vi.waitFor(async () => expect(await left()).toBe(""), SOON);

test("Tab completes names, commands run in containers, edits are saved; all as that person", async () => {
  const by = await open("operator", "kubectl get pod -o name");
  expect(by.page.text).toMatch(/gone could not be used: this console runs on console1/);
  await by.sees(/kubectl get pod -o name$/); // typed, and not run
  expect(by.page.text).not.toContain("pod/shop-front");
  by.type("\r");
  await by.sees(/pod\/shop-front/);
  by.page.text = "";
  by.type("k logs sho\t");
  await by.sees(/k logs shop-front/);
  by.type("\u0015kubectl describe no\t");
  await by.sees(/kubectl describe node/);
  by.type("\u0015ns kube-sy\t\r");
  await by.sees(/kube-system/);
  await by.run("ns default");
  expect(await by.run("kubectl exec -it shop-front -- echo he''llo | grep -c hello")).toBe("1\n");
  const edit = `KUBE_EDITOR="sed -i s/run:.shop-front/run:\\ shop-back/" kubectl edit pod shop-front`;
  expect(await by.run(edit)).toContain("pod/shop-front edited");
  expect(await by.run("kubectl auth whoami -o jsonpath={.status.userInfo.username}")).toBe(
    `gandalf:${by.user.id}`,
  );
  by.type("exit\r");
  await vi.waitFor(() => expect(by.page.ended).toBe(true), SOON);
  await allGone();
  const where = { userId: by.user.id };
  const rows = await panel.container.db.auditEntry.findMany({ where, orderBy: { id: "asc" } });
  const actions = rows.map(({ action }) => action);
  expect(actions[0]).toBe("console.open");
  expect(actions).toEqual(expect.arrayContaining(["kubectl.exec", "kubectl.patch"]));
  await vi.waitFor(async () => {
    const last = await panel.container.db.auditEntry.findFirst({ where, orderBy: { id: "desc" } });
    expect(last?.action).toBe("console.close");
  });
});

test("a viewer reads and changes nothing, and nobody reaches the host", async () => {
  const other = await open("operator");
  const by = await open("viewer");
  expect(await by.run("kubectl get pods -o name")).toBe("pod/shop-front\n");
  expect(await by.run("kubectl delete pod shop-front")).toMatch(/forbidden/i);
  expect(await by.run("kubectl get secrets -A")).toMatch(/forbidden/i);
  expect(await by.run("kubectl get nodes --as=system:admin")).toContain("decides who you are");

  const reach = "for a in 127.0.0.1/10250 127.0.0.1/22 169.254.169.254/80 10.203.1.243/6443";
  expect(await by.run(`${reach}; do (echo >/dev/tcp/$a) 2>/dev/null && echo $a; done`)).toBe("");
  const secrets =
    "/etc/shadow /etc/rancher /var/lib/rancher /home /root/.ssh /run/gandalf-consoles";
  expect(await by.run(`ls -d ${secrets} 2>/dev/null`)).toBe("");
  expect(await by.run("ls -d /proc/[0-9]* | wc -l")).toMatch(/^[2-6]\n$/); // its own few
  expect(
    await by.run(
      "find / -writable -type d -not -path '/proc/*' -not -path '*/.kube*' 2>/dev/null | sort",
    ),
  ).toBe("/console\n/dev/shm\n");
  expect(await by.run("head -c 100M /dev/zero >big; du -m big | cut -f1; rm big")).toMatch(
    /^3\d\n/m,
  );
  expect(await by.run("unshare -Ur true; echo $?")).toMatch(/1\n$/);
  expect(await by.run("grep -c . /proc/self/status; ulimit -c")).toMatch(/0\n$/);
  const token = /token: (\S+)/.exec(await other.run("cat .kube/config"))?.[1] ?? "";
  expect(token).toHaveLength(43);
  const found = await exec(
    HOST,
    `read -r t; known() { printf %s "$t"; } # builtins only: it must not list itself
    ps -eww -o args | grep -cFf <(known); journalctl --no-pager | grep -cFf <(known)
    grep -rlFf <(known) /run /tmp /var/tmp /etc /home /root 2>/dev/null | wc -l`,
    `${token}\n`,
  );
  expect(found.stdout).toBe("0\n0\n0\n");
  // Another console's token is worth nothing, even here.
  const stranger = await by.run(`kubectl --token=${token} get pods -o name </dev/null`);
  expect(stranger).toMatch(/logged in|credentials|Unauthorized|Username/);
  expect(stranger).not.toContain("pod/shop-front");
  // Last, because what it leaves takes all of the console's processes.
  expect(
    await by.run("f() { f | f & }; f 2>/dev/null; sleep 1; kubectl version >/dev/null; echo alive"),
  ).toContain("alive");
  // The neighbour does not notice.
  expect(await other.run("kubectl get pods -o name")).toBe("pod/shop-front\n");
  by.close();
  other.close();
  await allGone();
});

test("whatever was left running ends with it, and so does a console whose panel is gone", async () => {
  const leaver = await open("operator");
  await leaver.run("(trap '' HUP TERM; setsid nohup sleep 98765 >/dev/null 2>&1 &)");
  expect(await left()).toContain("sleep 98765");
  await panel.container.sessions.close(leaver.token);
  await allGone();

  const cut = await open("operator");
  await cut.run("(trap '' HUP TERM; setsid nohup sleep 98765 >/dev/null 2>&1 &)");
  // As when the panel is killed: its connection is gone, and nobody says good-bye.
  await exec(HOST, `pkill -9 -f 'sshd: pi@pts'`);
  await allGone();

  await open("operator");
  const { container } = panel;
  expect(await left()).toContain("gandalf-console-");
  await createConsoles(container).sweep(); // as a panel does when it starts
  await allGone();
  expect(await container.db.setting.count({ where: { key: { startsWith: "console/" } } })).toBe(0);
});
