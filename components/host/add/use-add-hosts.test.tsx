import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useReducer } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { AddHostInput, HostTarget } from "@/lib/schemas/host";
import { testRow } from "../host-rows.fixture";
import { AccessStep } from "./access-step";
import { confirmed } from "./add-select";
import { EMPTY_ADD, reduceAdd } from "./add-state";
import { IdentityStep } from "./identity-step";
import { RunStep } from "./run-step";
import { TypedHosts } from "./typed-hosts";
import { useAddHosts, type AddHosts } from "./use-add-hosts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/** A panel that reads keys, and refuses b until its sudo password is right. */
function stubPanel() {
  const added: AddHostInput[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
    if (url.endsWith("/probe")) return json({ probes: probes(body as { targets: HostTarget[] }) });
    if (init.method !== "POST") return json({ hosts: [] });
    const input = body as AddHostInput;
    added.push(input);
    if (input.address === "b" && input.access.sudoPassword !== "right")
      return json(
        {
          code: "sudo.password-wrong",
          detail: "b does not accept this sudo password.",
          remedies: [],
          fields: { "access.sudoPassword": "Not the sudo password of pi." },
        },
        422,
      );
    return json({ host: testRow(input.address) }, 201);
  });
  return added;
}

const probes = ({ targets }: { targets: HostTarget[] }) =>
  targets.map((target, index) => ({
    ...target,
    hostKeyType: "ssh-ed25519",
    banner: "SSH-2.0-OpenSSH_9.9",
    fingerprint: `SHA256:${String(index).repeat(43)}`,
  }));

function Steps() {
  const hosts = useAddHosts();
  const chosen = confirmed(hosts.state);
  const targets = ["a", "b"].map((address) => ({ address, port: 22, user: "pi" }));
  return (
    <>
      <button onClick={() => hosts.probe.run(targets)}>Read</button>
      <button onClick={() => hosts.add(chosen)}>Add</button>
      {hosts.state.step !== "addresses" && <IdentityStep hosts={hosts} rows={[]} />}
      {hosts.state.step === "identity" && <AccessStep hosts={hosts} chosen={chosen} />}
      {hosts.state.step === "facts" && <RunStep hosts={hosts} chosen={chosen} />}
    </>
  );
}

it("a host that fails is repaired at its field and tried alone; the other is kept", async () => {
  const added = stubPanel();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Steps />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByText("Read"));
  fireEvent.click(await screen.findByRole("button", { name: "Both match" }));
  fireEvent.change(screen.getAllByLabelText("Password")[0] ?? document.body, {
    target: { value: "shared" },
  });
  fireEvent.click(screen.getByText("Add"));

  const field = await screen.findByLabelText("sudo password");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText("Not the sudo password of pi.")).toBeDefined();
  expect(screen.getByText("Added")).toBeDefined();

  fireEvent.change(field, { target: { value: "right" } });
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.getAllByText("Added")).toHaveLength(2));
  expect(added.map(({ address }) => address)).toEqual(["a", "b", "b"]);
  expect(added.at(-1)?.access).toEqual({
    kind: "password",
    password: "shared",
    sudoPassword: "right",
  });
});

it("a password that several hosts refuse is said once, naming them, and given anew to all", async () => {
  const tried: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
    if (url.endsWith("/probe")) return json({ probes: probes(body as { targets: HostTarget[] }) });
    if (init.method !== "POST") return json({ hosts: [] });
    const { address, access } = body as AddHostInput;
    const password = access.kind === "password" ? access.password : "";
    tried.push(`${address} ${password}`);
    if (password === "right") return json({ host: testRow(address) }, 201);
    const detail = `${address} does not accept the password of pi.`;
    const fields = { "access.password": detail };
    return json({ code: "ssh.auth-failed", detail, remedies: [], fields }, 422);
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Steps />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByText("Read"));
  fireEvent.click(await screen.findByRole("button", { name: "Both match" }));
  fireEvent.change(screen.getAllByLabelText("Password")[0] ?? document.body, {
    target: { value: "wrong" },
  });
  fireEvent.click(screen.getByText("Add"));

  expect(await screen.findByText("2 hosts refused the same password of pi: a, b")).toBeTruthy();
  const fields = screen.getAllByLabelText("Password");
  expect(fields).toHaveLength(1);
  fireEvent.change(fields[0] ?? document.body, { target: { value: "right" } });
  fireEvent.click(screen.getByRole("button", { name: "Try 2 hosts again" }));
  await waitFor(() => expect(screen.getAllByText("Added")).toHaveLength(2));
  expect(tried.toSorted()).toEqual(["a right", "a wrong", "b right", "b wrong"]);
});

function Typed() {
  const [state, dispatch] = useReducer(reduceAdd, EMPTY_ADD);
  const idle = { run: () => {}, again: () => {}, busy: false, problem: null };
  const hosts: AddHosts = { state, dispatch, probe: idle, scan: idle, add: () => {} };
  return <TypedHosts hosts={hosts} />;
}

it("a paste with 500 lines of rubbish names the first lines, sums up the rest, and keeps the hosts", () => {
  render(<Typed />);
  const rubbish = Array.from({ length: 500 }, (_, index) => `?? rubbish ${index} !!`);
  const list = screen.getByLabelText("Hosts");
  fireEvent.change(list, {
    target: { value: ["192.168.1.210", ...rubbish, "pi@master1"].join("\n") },
  });
  expect(screen.getByText("500 lines are not hosts")).toBeDefined();
  expect(screen.getByText("2 hosts")).toBeDefined();
  expect(screen.getByText("and 492 more lines")).toBeDefined();
  expect(within(screen.getAllByRole("list")[0] ?? document.body).getByText("Line 2")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Leave these lines out" }));
  expect((list as HTMLTextAreaElement).value).toBe("192.168.1.210\npi@master1");
  expect(screen.queryByText(/not hosts/)).toBeNull();
});
