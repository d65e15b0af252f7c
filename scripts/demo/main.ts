/**
 * The panel and six bare hosts to build a cluster from, on this machine alone; all of it is gone when it ends.
 * The panel runs inside the lab's network, which sees the hosts and nothing else; a bridge lets this machine's own
 * browser reach it at 127.0.0.1.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "@/scripts/bootstrap/build.mjs";
import { run, signalChildren } from "@/scripts/bootstrap/child.mjs";
import { panelNode, toolEnv } from "@/scripts/bootstrap/node.mjs";
import { say, task } from "@/scripts/bootstrap/progress.mjs";
import { root } from "@/scripts/bootstrap/root.mjs";
import { runCommand, Stop } from "@/scripts/bootstrap/stop.mjs";
import { forward } from "@/scripts/demo/forward";
import { onInterrupt } from "@/scripts/practice/interrupt";
import { ensureK3s } from "@/scripts/practice/k3s";
import {
  hostsProgram,
  labEnv,
  labName,
  raiseLab,
  razeAbandonedLabs,
  razeLab,
} from "@/scripts/practice/lab";
import { ensureTools, labTools, whyNoLab } from "@/scripts/practice/tools";

const port = process.env.PORT ?? "3000";
const folder = mkdtempSync(join(tmpdir(), "gandalf-demo-"));
const meeting = join(folder, "panel.sock");
const lab = labName("demo");
let over = false;

/** Starts a program of ours inside the lab's network. */
const inLab = (args: string[], show: boolean) =>
  run(hostsProgram, ["run", panelNode(), ...args], {
    env: {
      ...toolEnv(),
      ...labEnv(lab),
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: port,
      GANDALF_DATA: join(folder, "data"),
    },
    show,
  });

/** Resolves when the panel answers, or when there is nothing to wait for any more. */
async function panelAnswers(): Promise<void> {
  while (!over) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const guide = () => `
  Six bare hosts wait for the panel at http://127.0.0.1:${port}  (the set-up link stands above)

    lb       10.203.1.210    load balancer       master1  10.203.1.220    server
    db       10.203.1.200    database            master2  10.203.1.221    server
    worker1  10.203.1.230    agent               worker2  10.203.1.231    agent

  Log in to them as user pi with password raspberry. Where the wizard asks for k3s, choose the lab's own: hosts and panel
  have no way out. It stands in for k3s (lab/k3s/README.md says how it differs).
  A shell on one of them:  LAB_NAME=${lab} lab/hosts ssh lb
  Ctrl-C ends the demo and removes all of it.
`;

/** Resolves with the panel's exit code when it ends, by itself or by Ctrl-C. */
async function present(): Promise<number> {
  const bridge = await forward(port, meeting).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `Port ${port} of 127.0.0.1 cannot be used (${error.code}).`,
      `Stop what listens there, or choose another port: PORT=3100 npm run demo`,
    );
  });
  try {
    await ensureTools(labTools);
    await ensureK3s();
    await build();
    await razeAbandonedLabs();
    await raiseLab(lab);
    if (over) return 0;
    void inLab([join(root, "scripts/demo/forward.ts"), meeting, port], false);
    const panel = inLab([join(root, "dist/server.js")], true).finally(() => (over = true));
    await panelAnswers();
    if (!over) say(guide());
    return (await panel).code;
  } finally {
    bridge.close();
    bridge.unref();
  }
}

async function demo(): Promise<void> {
  const reason = whyNoLab();
  if (reason !== undefined)
    throw new Stop(
      `The demo cannot run here: ${reason}.`,
      "Run it as root on Linux (sudo npm run demo). Without it, `npm start` gives you the panel for hosts of your own.",
    );
  onInterrupt(() => (over = true));
  try {
    await present();
  } finally {
    signalChildren("SIGTERM");
    await task("Removing the practice hosts", "", () => razeLab(lab));
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(0);
}

await runCommand(demo);
