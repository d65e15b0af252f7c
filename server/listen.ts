import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Config } from "./config";

const problem = (detail: string, ...remedies: string[]): Problem => ({
  code: "panel.start",
  detail,
  remedies,
});

type Explain = (config: Pick<Config, "host" | "port">) => Problem;

/** Source: listen(2), bind(2), getaddrinfo(3). */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  EADDRINUSE: ({ port }) =>
    problem(
      `Port ${port} is in use by another program.`,
      `Start with PORT=${port + 1} npm start.`,
      `ss -ltnp 'sport = :${port}' names the program, if you want to stop it.`,
    ),
  EACCES: ({ port }) =>
    problem(
      `This user may not open port ${port}: ports below 1024 are the system's.`,
      "Start with PORT=3000 npm start, and put a proxy in front.",
    ),
  EADDRNOTAVAIL: ({ host }) =>
    problem(
      `This machine has no address ${host}.`,
      "Start with HOST=127.0.0.1 npm start (this machine only) or HOST=0.0.0.0 npm start (the whole network).",
    ),
  ENOTFOUND: ({ host }) =>
    problem(
      `The name ${host} in HOST is not known.`,
      "Write an address of this machine, such as HOST=127.0.0.1.",
    ),
};

/** Opens the port; answers the one that was opened (it differs when 0 was asked for). */
export function listen(
  server: Server,
  config: Pick<Config, "host" | "port">,
): Promise<Result<number>> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const explain = EXPLANATIONS[error.code ?? ""];
      if (explain === undefined) reject(error);
      else resolve(fail(explain(config)));
    });
    server.listen(config.port, config.host, () =>
      resolve(ok((server.address() as AddressInfo).port)),
    );
  });
}
