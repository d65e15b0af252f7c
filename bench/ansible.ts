/** The peer: ansible-core at a pinned version, in a virtual environment of its own. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { k3sArtifacts, labHosts, labKeyPath } from "@/lab/lab";
import { run } from "@/scripts/bootstrap/child.mjs";
import { task } from "@/scripts/bootstrap/progress.mjs";
import { Stop } from "@/scripts/bootstrap/stop.mjs";

const FOLDER = join(import.meta.dirname, "ansible");
const execute = promisify(execFile);

/** Installs it where it is missing (outside the repository); answers its folder. Needs PyPI once. */
export async function ensureAnsible(): Promise<string> {
  const requirements = readFileSync(join(FOLDER, "requirements.txt"), "utf8");
  const version = /==(\S+)/.exec(requirements)?.[1] ?? "";
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, `gandalf-ansible-${version}`);
  if (existsSync(join(folder, "bin/ansible-playbook"))) return folder;
  await task(`Installing ansible-core ${version}`, "about 1 min", async () => {
    const steps: [string, string[]][] = [
      ["python3", ["-m", "venv", folder]],
      [join(folder, "bin/pip"), ["install", "--quiet", "-r", join(FOLDER, "requirements.txt")]],
    ];
    for (const [program, args] of steps) {
      const { code, output } = await run(program, args);
      if (code !== 0)
        throw new Stop("ansible-core could not be installed.", "PyPI must be reachable.", output);
    }
  });
  return folder;
}

/** Runs a playbook of bench/ansible on these practice hosts. Rejects when it fails. */
export async function playbook(
  file: string,
  groups: Readonly<Record<string, readonly string[]>>,
  { ports = {} }: { ports?: Readonly<Record<string, number>> } = {},
): Promise<string> {
  const folder = process.env.ANSIBLE_FOLDER ?? "";
  const inventory = join(mkdtempSync(join(tmpdir(), "gandalf-ansible-")), "hosts.ini");
  const addresses = labHosts();
  const line = (host: string) => {
    const port = ports[host];
    const where = port === undefined ? `${addresses[host]}` : `127.0.0.1 ansible_port=${port}`;
    return `${host} ansible_host=${where} ansible_user=pi ansible_ssh_private_key_file=${labKeyPath}`;
  };
  const all = [...new Set(Object.values(groups).flat())];
  const sections = Object.entries(groups).map(
    ([group, hosts]) => `[${group}]\n${hosts.join("\n")}`,
  );
  writeFileSync(inventory, [...all.map(line), ...sections].join("\n"));
  const variables = {
    binary: k3sArtifacts.binary,
    images: k3sArtifacts.images,
    token: "0123456789abcdef0123456789abcdef",
    database_password: "fedcba9876543210",
  };
  const args = ["-i", inventory, "-e", JSON.stringify(variables), join(FOLDER, file)];
  const { stdout } = await execute(join(folder, "bin/ansible-playbook"), args, {
    env: { ...process.env, ANSIBLE_CONFIG: join(FOLDER, "ansible.cfg"), LC_ALL: "C.UTF-8" },
    maxBuffer: 1 << 26,
  });
  return stdout;
}
