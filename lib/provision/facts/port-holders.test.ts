import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { portHolders } from "./port-holders";

// As ss 6.1 prints it on Debian 12.
const SS = `LISTEN 0      4096   127.0.0.1:8404    0.0.0.0:*    users:(("haproxy",pid=848,fd=8))
LISTEN 0      4096         0.0.0.0:6443      0.0.0.0:*    users:(("haproxy",pid=848,fd=9))
LISTEN 0      4096            [::]:6443         [::]:*    users:(("haproxy",pid=848,fd=10))
LISTEN 0      511                *:80              *:*    users:(("my server",pid=7,fd=4),("my server",pid=8,fd=4))
LISTEN 0      64           0.0.0.0:443       0.0.0.0:*
`;

it("names whoever listens on the ports that were asked for, each once a port", () => {
  expect(portHolders.parse(output(SS), { ports: [6443, 80, 443, 8080] })).toEqual({
    ok: true,
    value: [
      { port: 6443, program: "haproxy", processId: 848 },
      { port: 80, program: "my server", processId: 7 },
      { port: 443, program: null, processId: null },
    ],
  });
});

it("does not take a failed question for free ports", () => {
  const answer = portHolders.parse(output("", 127), { ports: [80] });
  expect(answer).toMatchObject({ ok: false, problem: { code: "command.failed" } });
});
