import { done, ok } from "@/lib/core/result";
import { revealText } from "@/lib/core/text";
import type { CommandOutput, HostId, HostTransport } from "@/lib/provision/host";
import { type Argv, toLog } from "@/lib/shell/argv";

export interface FakeHost extends HostTransport {
  readonly files: Map<string, string>;
  /** Everything that was done, in order: "ask a, b", "run …", "write /path". */
  readonly trace: string[];
}

type Answer = string | Partial<CommandOutput>;

/** An in-memory host: `answer` replies to asked and run commands, files are a map. */
export function fakeHost(
  name: string,
  answer: (argv: Argv, files: Map<string, string>) => Answer,
): FakeHost {
  const files = new Map<string, string>();
  const trace: string[] = [];
  const reply = (argv: Argv): CommandOutput => {
    const given = answer(argv, files);
    const partial = typeof given === "string" ? { stdout: given } : given;
    return { stdout: "", stderr: "", exitCode: 0, ...partial };
  };
  const run = (kind: string) => (argv: Argv) => {
    trace.push(`${kind} ${toLog(argv)}`);
    return Promise.resolve(ok(reply(argv)));
  };
  return {
    hostId: name as HostId,
    hostName: name,
    files,
    trace,
    awaitLeftovers: () => Promise.resolve(done),
    ask: (commands) => {
      trace.push(`ask ${commands.map(toLog).join(", ")}`);
      return Promise.resolve(ok(commands.map(reply)));
    },
    run: run("run"),
    runUnit: (_name, argv) => run("unit")(argv),
    keepAt: (place, argv) => {
      trace.push(`keep at ${JSON.stringify(place)} ${toLog(argv)}`);
      return Promise.resolve(ok(reply(argv)));
    },
    follow: (argv) => {
      trace.push(`follow ${toLog(argv)}`);
    },
    writeFile: (file) => {
      trace.push(`write ${file.path}`);
      files.set(file.path, revealText(file.content));
      return Promise.resolve(done);
    },
    putArtifact: (artifact, target) => {
      trace.push(`put ${artifact.name} ${target.path}`);
      files.set(target.path, artifact.sha256);
      return Promise.resolve(done);
    },
  };
}
