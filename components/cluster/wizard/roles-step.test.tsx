import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useReducer } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testFacts, testRow } from "@/components/host/host-rows.fixture";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { AdvisorPanel } from "./advisor-panel";
import { EMPTY_DRAFT, reduceDraft } from "./draft";
import { resolveDraft } from "./resolve-draft";
import { RolesStep } from "./roles-step";
import { wizardHosts } from "./wizard-host";

const MIB = 1024 ** 2;
const rows = Object.entries({
  lb: 1024,
  db: 2048,
  master1: 4096,
  master2: 4096,
  worker1: 4096,
  worker2: 905,
}).map(([name, mib]) => testRow(name, { facts: testFacts(name, { memoryBytes: mib * MIB }) }));
const inventory = wizardHosts(rows, null);
const OFFERS = { versions: null, offline: false, bundles: [] };

function Roles() {
  const [draft, dispatch] = useReducer(reduceDraft, EMPTY_DRAFT);
  const wizard = { now: resolveDraft(draft, inventory, OFFERS), dispatch };
  return (
    <>
      <RolesStep wizard={wizard} />
      <AdvisorPanel wizard={wizard} />
    </>
  );
}

beforeEach(() => stubMatchMedia(false));
afterEach(cleanup);

const lane = (name: string) => within(screen.getByRole("region", { name }));
const advisor = () => within(screen.getByRole("complementary", { name: "Advisor" }));

function chooseInTable(host: string, role: string) {
  fireEvent.click(screen.getByRole("button", { name: "Table" }));
  fireEvent.change(screen.getByLabelText(`Change the role of ${host}`), {
    target: { value: role },
  });
  fireEvent.click(screen.getByRole("button", { name: "Board" }));
}

/** What a browser carries from the card to the lane. */
function dataTransfer() {
  const data = new Map<string, string>();
  return {
    setData: (type: string, value: string) => void data.set(type, value),
    getData: (type: string) => data.get(type) ?? "",
    get types() {
      return [...data.keys()];
    },
    effectAllowed: "none",
  };
}

it("a host dropped on a lane takes its role, and a screen reader hears it", () => {
  render(<Roles />);
  const carried = { dataTransfer: dataTransfer() };
  const card = lane("Agents").getByText("worker1").closest("[draggable]") ?? document.body;
  fireEvent.dragStart(card, carried);
  fireEvent.dragOver(screen.getByRole("region", { name: "Servers" }), carried);
  fireEvent.drop(screen.getByRole("region", { name: "Servers" }), carried);
  expect(lane("Servers").getByText("worker1")).toBeDefined();
  expect(lane("Agents").queryByText("worker1")).toBeNull();
  expect(screen.getByText("worker1 is now: Server")).toBeDefined();
});

it("a file dragged over a lane is not taken for a host", () => {
  render(<Roles />);
  const servers = screen.getByRole("region", { name: "Servers" });
  const carried = { dataTransfer: { ...dataTransfer(), types: ["Files"] } };
  expect(fireEvent.dragOver(servers, carried)).toBe(true);
});

it("a menu moves a host without a mouse, and the focus goes with it", async () => {
  render(<Roles />);
  const button = screen.getByRole("button", { name: "Change the role of worker1" });
  button.focus();
  fireEvent.keyDown(button, { key: "Enter" });
  fireEvent.click(await screen.findByRole("menuitem", { name: "No role" }));
  expect(lane("No role").getByText("worker1")).toBeDefined();
  const moved = lane("No role").getByRole("button", { name: "Change the role of worker1" });
  await waitFor(() => expect(document.activeElement).toBe(moved));
});

it("the advisor names the small server, swaps it on one click, and is content", () => {
  render(<Roles />);
  chooseInTable("worker2", "server");
  chooseInTable("master2", "agent");
  expect(advisor().getByText("1 to solve")).toBeDefined();
  expect(advisor().getByText("worker2 is too small for a server")).toBeDefined();
  fireEvent.click(advisor().getByRole("button", { name: "Swap them" }));
  expect(lane("Servers").getByText("master2")).toBeDefined();
  expect(lane("Agents").getByText("worker2")).toBeDefined();
  expect(advisor().getByText("Nothing to solve")).toBeDefined();
});

it("a problem kept on purpose is no longer to solve, and can be taken up again", () => {
  render(<Roles />);
  chooseInTable("worker2", "server");
  fireEvent.click(advisor().getByRole("button", { name: "Keep anyway" }));
  expect(advisor().getByText("Nothing to solve")).toBeDefined();
  fireEvent.click(advisor().getByRole("button", { name: "Undo" }));
  expect(advisor().getByText("1 to solve")).toBeDefined();
});

it("on a phone one chooses in the table, for a finger cannot drag", () => {
  stubMatchMedia(true);
  render(<Roles />);
  fireEvent.change(screen.getByLabelText("Change the role of worker1"), {
    target: { value: "datastore" },
  });
  expect(screen.getByText("worker1 is now: Datastore")).toBeDefined();
  expect(advisor().getByText("1 to solve")).toBeDefined();
});
