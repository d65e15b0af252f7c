// @ts-check
// Child processes: run one and collect or show its output; or become one.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./root.mjs";

/** @typedef {{ env?: NodeJS.ProcessEnv, cwd?: string, show?: boolean, onLine?: (line: string) => void }} RunOptions */
/** @typedef {{ code: number, output: string }} RunResult code: exit code, or 128 + the signal's number */

/** Children that run now. Ctrl-C in a terminal reaches them anyway; anything else that ends us must reach them too. */
const running = new Set();

/** @param {NodeJS.Signals} signal */
export function signalChildren(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program to its end. Never rejects: a program that cannot be started is exit code 127.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options] show: let it write to our own terminal instead of collecting its output
 * @returns {Promise<RunResult>}
 */
export function run(program, args, { env = process.env, cwd = root, show = false, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env,
      cwd,
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    /** @param {Buffer} data */
    const collect = (data) => {
      output += data;
      for (const line of String(data).split("\n")) if (line.trim()) onLine?.(line.trim());
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", (error) => {
      running.delete(child);
      resolve({ code: 127, output: `${program}: ${error.message}` });
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), output });
    });
  });
}

/**
 * Hands over to a long-running program and ends as it ends. Where Node can (22.15 and newer) it replaces this process,
 * so nothing of the start-up stays in memory; else signals are passed on.
 * @param {string} program absolute path
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function become(program, args, env) {
  if (typeof process.execve === "function" && process.platform !== "win32") {
    process.chdir(root);
    process.removeAllListeners("warning"); // Node calls execve experimental; the person starting the panel need not care
    process.execve(program, [program, ...args], definedOnly(env));
  }
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => signalChildren(signal));
  const { code } = await run(program, args, { env, show: true });
  process.exit(code);
}

/** @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
function definedOnly(env) {
  const defined = Object.entries(env).filter(([, value]) => value !== undefined);
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(defined));
}
