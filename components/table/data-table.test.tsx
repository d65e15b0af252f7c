import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import type { Column, Sort } from "./column";
import { DataTable, type DataTableProps } from "./data-table";

interface Host {
  readonly name: string;
}
const rows: readonly Host[] = [{ name: "lb" }, { name: "db" }, { name: "master1" }];
const columns: readonly Column<Host>[] = [
  { id: "name", head: "Host", sortable: true, cell: (host) => host.name },
];

beforeEach(() => stubMatchMedia(false));
afterEach(cleanup);

function Table(props: Partial<DataTableProps<Host>>) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Hosts"
      rows={rows}
      columns={columns}
      rowKey={(host) => host.name}
      rowName={(host) => host.name}
      phoneCard={(host) => ({ title: host.name, meta: "a card" })}
      selection={{ keys, onChange: setKeys }}
      empty={<p>No hosts yet</p>}
      {...props}
    />
  );
}

const row = (name: string) => screen.getByText(name).closest("tr") ?? document.body;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test("J and K move between rows, X ticks and Enter opens", async () => {
  const onOpen = vi.fn();
  render(<Table onOpen={onOpen} />);
  row("lb").focus();
  press("j");
  await waitFor(() => expect(document.activeElement).toBe(row("db")));
  press("x");
  expect(row("db").getAttribute("aria-selected")).toBe("true");
  expect(screen.getByText("1 selected")).toBeTruthy();
  press("Enter");
  expect(onOpen).toHaveBeenCalledExactlyOnceWith({ name: "db" });
  press("k");
  await waitFor(() => expect(document.activeElement).toBe(row("lb")));
  press("k");
  expect(document.activeElement).toBe(row("lb"));
});

test("Shift ticks everything from the row ticked before to this one, by mouse and by key", async () => {
  render(<Table />);
  const ticked = () =>
    screen
      .getAllByRole("row")
      .filter((each) => each.getAttribute("aria-selected") === "true")
      .map((each) => each.textContent);
  fireEvent.click(screen.getByRole("checkbox", { name: "Select lb" }));
  fireEvent.click(screen.getByText("master1"), { shiftKey: true });
  expect(ticked()).toEqual(["lb", "db", "master1"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Select db" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Select master1" }), { shiftKey: true });
  expect(ticked()).toEqual(["lb"]);
  row("lb").focus();
  fireEvent.keyDown(row("lb"), { key: "ArrowDown", shiftKey: true });
  await waitFor(() => expect(document.activeElement).toBe(row("db")));
  expect(ticked()).toEqual(["lb", "db"]);
  press("Escape");
  expect(ticked()).toEqual([]);
  fireEvent.keyDown(row("db"), { key: "a", ctrlKey: true });
  expect(ticked()).toHaveLength(3);
});

test("ticking all rows of a page keeps what is ticked on others", () => {
  const onChange = vi.fn();
  render(<Table selection={{ keys: new Set(["elsewhere"]), onChange }} />);
  const all = screen.getByRole<HTMLInputElement>("checkbox", { name: "Select all" });
  expect(all.indeterminate).toBe(false);
  fireEvent.click(all);
  expect([...(onChange.mock.lastCall?.[0] as Set<string>)]).toEqual([
    ...["elsewhere", "lb", "db", "master1"],
  ]);
});

test("only one row is in the tab order", () => {
  render(<Table />);
  const inOrder = screen.getAllByRole("row").filter((element) => element.tabIndex === 0);
  expect(inOrder).toEqual([row("lb")]);
});

test("a key typed in a control of a row does not move the row", () => {
  render(<Table />);
  const tick = screen.getByRole("checkbox", { name: "Select db" });
  tick.focus();
  press("j");
  expect(document.activeElement).toBe(tick);
});

test("ticking a row does not open it", () => {
  const onOpen = vi.fn();
  render(<Table onOpen={onOpen} />);
  fireEvent.click(screen.getByRole("checkbox", { name: "Select db" }));
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText("db"));
  expect(onOpen).toHaveBeenCalledOnce();
});

test("a head sorts upwards first, then downwards", () => {
  const onSort = vi.fn<(sort: Sort) => void>();
  const { rerender } = render(<Table onSort={onSort} />);
  fireEvent.click(screen.getByRole("button", { name: "Host" }));
  expect(onSort).toHaveBeenLastCalledWith({ column: "name", direction: "ascending" });
  rerender(<Table onSort={onSort} sort={{ column: "name", direction: "ascending" }} />);
  fireEvent.click(screen.getByRole("button", { name: "Host" }));
  expect(onSort).toHaveBeenLastCalledWith({ column: "name", direction: "descending" });
});

test("a failure keeps the old rows, says how old they are and offers to ask again", () => {
  const onRetry = vi.fn();
  const what = {
    code: "cluster.unreachable",
    detail: "lb does not answer.",
    remedies: [],
  } as const;
  render(<Table problem={{ what, ageMs: 12_000, onRetry }} />);
  expect(screen.getByText("lb does not answer.")).toBeTruthy();
  expect(screen.getByText("The rows below are 12 s old.")).toBeTruthy();
  expect(row("master1")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Try now" }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test("tells nothing exists from nothing matches", () => {
  const onClear = vi.fn();
  const { rerender } = render(<Table rows={[]} />);
  expect(screen.getByText("No hosts yet")).toBeTruthy();
  rerender(<Table rows={[]} filtered={{ noun: "host", onClear }} />);
  expect(screen.getByText("No host matches")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(onClear).toHaveBeenCalledOnce();
});

test("is a list of cards on a phone", () => {
  stubMatchMedia(true);
  render(<Table />);
  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getAllByText("a card")).toHaveLength(3);
  fireEvent.click(screen.getByRole("checkbox", { name: "Select db" }));
  expect(screen.getByText("1 selected")).toBeTruthy();
});

test("draws only the rows in view when there are ten thousand", () => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(320);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `host${index}` }));
  render(<Table rows={many} virtualHeight="320px" />);
  const drawn = screen.getAllByRole("row").length;
  expect(drawn).toBeGreaterThan(8);
  expect(drawn).toBeLessThan(60);
  expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("10001");
  vi.restoreAllMocks();
});
