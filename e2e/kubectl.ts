import { exec } from "@/lab/lab";

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** kubectl on a server: somebody else who works in the same cluster. Answers what it printed, trimmed. */
export async function kubectl(...args: readonly string[]): Promise<string> {
  return run(args, "");
}

/** Applies manifests as somebody else. */
export const kubectlApply = (text: string) => run(["apply", "-f", "-"], text);

async function run(args: readonly string[], input: string): Promise<string> {
  const line = ["k3s", "kubectl", ...args.map(quoted)].join(" ");
  const { code, stdout, stderr } = await exec("master1", line, input);
  if (code !== 0) throw new Error(`${line}: exit code ${code}\n${stderr}`);
  return stdout.trim();
}
