import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { listen } from "./listen";

const servers: Server[] = [];
const open = (port: number, host = "127.0.0.1") => {
  const server = createServer();
  servers.push(server);
  return listen(server, { host, port });
};
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

test("a port that another program has is named, with one to take instead", async () => {
  const first = await open(0);
  const port = first.ok ? first.value : 0;
  expect(port).toBeGreaterThan(0);
  expect(await open(port)).toMatchObject({
    problem: {
      detail: `Port ${port} is in use by another program.`,
      remedies: [`Start with PORT=${port + 1} npm start.`, expect.stringContaining("ss -ltnp")],
    },
  });
});

test("an address that this machine does not have is named", async () => {
  const result = await open(0, "192.0.2.1");
  expect(result.ok ? "" : result.problem.detail).toBe("This machine has no address 192.0.2.1.");
});
