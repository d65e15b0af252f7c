import { describe, expect, it } from "vitest";
import type { HostProbe } from "@/lib/schemas/host";
import { testRow } from "../host-rows.fixture";
import { addInput, confirmable, confirmed, relationOf, twinOf, wantedOf } from "./add-select";
import { EMPTY_ADD, reduceAdd, type AddAction, type AddState } from "./add-state";

const ONE = "SHA256:" + "1".repeat(43);
const TWO = "SHA256:" + "2".repeat(43);
const target = (address: string) => ({ address, port: 22, user: "pi" });
const shows = (address: string, fingerprint: string): HostProbe => ({
  ...target(address),
  hostKeyType: "ssh-ed25519",
  fingerprint,
  banner: "SSH-2.0-OpenSSH_9.9",
});
const run = (state: AddState, ...actions: AddAction[]) => actions.reduce(reduceAdd, state);
const probed = (...probes: HostProbe[]): AddAction => ({
  type: "probed",
  keys: probes.map(({ address }) => `${address}:22`),
  probes,
});
const matches = (...addresses: string[]): AddAction => ({
  type: "verdict",
  keys: addresses.map((address) => `${address}:22`),
  verdict: "matches",
});
const two = run(
  EMPTY_ADD,
  { type: "probe", targets: [target("a"), target("b")] },
  probed(shows("a", ONE), shows("b", TWO)),
);

describe("identity", () => {
  it("nobody goes on without a person's word", () => {
    expect(confirmed(two)).toEqual([]);
    expect(confirmed(run(two, matches("b"))).map(({ address }) => address)).toEqual(["b"]);
  });

  it("a key that is another one on the second reading must be compared anew", () => {
    const changed = run(two, matches("a", "b"), probed(shows("a", TWO), shows("b", TWO)));
    expect(confirmed(changed).map(({ address }) => address)).toEqual(["b"]);
  });

  it("going back and adding a line keeps what was said about the others", () => {
    const more = run(two, matches("a"), {
      type: "probe",
      targets: [target("a"), target("b"), target("c")],
    });
    expect(more.candidates.map(({ verdict }) => verdict)).toEqual(["matches", null, null]);
  });

  it("a known address with its pinned key is known; with another it is an alarm", () => {
    const row = testRow("a", { address: "a", hostKey: ONE });
    const [a] = two.candidates;
    if (!a) throw new Error("no candidate");
    expect(relationOf(a, [row]).kind).toBe("known");
    expect(relationOf(a, [{ ...row, hostKey: TWO }]).kind).toBe("changed");
    expect(confirmable(two, [row]).map(({ address }) => address)).toEqual(["b"]);
  });

  it("two addresses with one key are pointed out", () => {
    const twins = run(two, probed(shows("a", ONE), shows("b", ONE)));
    const [a, b] = twins.candidates;
    if (!a || !b) throw new Error("no candidates");
    expect(twinOf(b, twins.candidates)).toBe(a);
    expect(twinOf(a, twins.candidates)).toBeNull();
  });
});

describe("access", () => {
  const ready = run(two, matches("a", "b"), { type: "access", patch: { password: "shared" } });

  it("sends exactly the key that was compared, and the common password", () => {
    const [a] = ready.candidates;
    if (!a) throw new Error("no candidate");
    expect(addInput(a, ready)).toEqual({
      ...target("a"),
      fingerprint: ONE,
      hostKeyType: "ssh-ed25519",
      access: { kind: "password", password: "shared" },
    });
  });

  it("a failed host keeps its own password and name; the others keep their outcome", () => {
    const row = testRow("a");
    const own = { ...ready.access, password: "own", sudoDiffers: true, sudoPassword: "root" };
    const state = run(
      ready,
      { type: "run", key: "a:22", run: { state: "added", row } },
      {
        type: "run",
        key: "b:22",
        run: {
          state: "failed",
          problem: { code: "sudo.password-wrong", detail: "", remedies: [] },
        },
      },
      { type: "edit", key: "b:22", patch: { access: own, name: "worker9" } },
    );
    const [a, b] = state.candidates;
    if (!a || !b) throw new Error("no candidates");
    expect(a.run.state).toBe("added");
    expect(addInput(b, state)).toMatchObject({
      name: "worker9",
      access: { password: "own", sudoPassword: "root" },
    });
  });
});

describe("a scan", () => {
  it("wants every machine that is not here yet and was not unticked", () => {
    const machines = ["a", "b", "c"].map((address) => ({
      address,
      port: 22,
      banner: "SSH-2.0-OpenSSH_9.9",
      hostKeyType: "ssh-ed25519",
      fingerprint: ONE,
    }));
    const state = run(
      EMPTY_ADD,
      { type: "found", found: machines },
      { type: "want", key: "b:22", wanted: false },
    );
    const rows = [testRow("c", { address: "c" })];
    expect(wantedOf(state, rows).map(({ address }) => address)).toEqual(["a"]);
  });
});
