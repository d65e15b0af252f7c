import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BundleRow } from "@/lib/schemas/artifact";
import { BundleField } from "./bundle-field";

const VERSION = "v1.34.4+k3s1";
const IMAGES = "k3s-airgap-images-amd64.tar.zst";
const elf = (machine = 0x3e) => {
  const head = new Uint8Array(600);
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  head[18] = machine;
  return head;
};
const file = (name: string, bytes: BlobPart) => new File([bytes], name);
const k3s = () => file("k3s", elf());
const images = () => file(IMAGES, new Uint8Array([0x28, 0xb5, 0x2f, 0xfd]));
const row = (more: Partial<BundleRow> = {}): BundleRow => ({
  id: "bundle01",
  name: `k3s ${VERSION}`,
  version: VERSION,
  arch: ["amd64"],
  files: [],
  origin: "uploaded",
  usedBy: [],
  ...more,
});

/** A panel that says what the test wants. */
let panel: Server;
let asked: string[];
let answer: (request: IncomingMessage) => { status: number; body?: unknown } | null;
const realFetch = globalThis.fetch;
const RealRequest = globalThis.XMLHttpRequest;
beforeEach(async () => {
  asked = [];
  answer = ({ method }) =>
    method === "POST" ? { status: 201, body: { upload: { id: "upload01" } } } : { status: 204 };
  panel = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "access-control-allow-methods": "*",
    };
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    request.resume().on("end", () => {
      const said = answer(request);
      if (said === null) return;
      response.writeHead(said.status, { ...cors, "content-type": "application/json" });
      response.end(said.body === undefined ? undefined : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => panel.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(panel.address() as AddressInfo).port}`;
  globalThis.fetch = (path, options) => realFetch(`${base}${path as string}`, options);
  globalThis.XMLHttpRequest = class extends RealRequest {
    override open(method: string, path: string | URL): void {
      super.open(method, `${base}${String(path)}`);
    }
  };
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  globalThis.XMLHttpRequest = RealRequest;
  panel.closeAllConnections();
  panel.close();
});

function show(bundles: readonly BundleRow[] = [], bundleId = "") {
  const chosen: string[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BundleField
        bundles={bundles}
        bundleId={bundleId}
        problem={undefined}
        onChoose={(id) => chosen.push(id)}
      />
    </QueryClientProvider>,
  );
  return chosen;
}
const choose = (...files: File[]) =>
  fireEvent.change(screen.getByLabelText("Files of a k3s release"), { target: { files } });
const upload = () => screen.getByRole<HTMLButtonElement>("button", { name: "Upload" });
const line = async (name: string) => {
  const found = (await screen.findByText(name)).closest("li");
  if (found === null) throw new Error(`${name} stands in no line`);
  return within(found);
};
const puts = () => asked.filter((one) => one.startsWith("PUT"));

it("says what is missing, and offers the upload once the set is complete", async () => {
  show();
  choose(k3s());
  expect(await screen.findByText(/The images for amd64 are missing/)).toBeDefined();
  expect(upload().disabled).toBe(true);
  choose(images());
  expect(await screen.findByText("2 files, 604 B.")).toBeDefined();
  expect(upload().disabled).toBe(false);
});

it("refuses a wrong file at its own line, before anything is sent; a better one takes its place", async () => {
  show();
  choose(file("k3s", elf(0xb7)), images(), file("holiday.jpg", "x"));
  const wrong = await line("k3s");
  expect(wrong.getByRole("alert").textContent).toContain("program for arm64");
  expect((await line("holiday.jpg")).getByRole("alert").textContent).toContain("not a file of");
  fireEvent.click(screen.getByRole("button", { name: "Leave out holiday.jpg" }));
  choose(file("k3s (1)", elf()));
  await waitFor(() => expect(upload().disabled).toBe(false));
  expect(asked).toEqual([]);
});

it("names a folder that was dropped instead of its file", async () => {
  show();
  const folder = file("k3s", elf());
  folder.slice = () =>
    Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error()) });
  choose(folder, images());
  expect((await line("k3s")).getByRole("alert").textContent).toContain("not its folder");
  expect(screen.getByText("Replace 1 file, or leave it out.")).toBeDefined();
});

it("sends one file after the other and chooses the bundle that came of it", async () => {
  const chosen = show();
  answer = ({ method, url = "" }) => {
    if (method === "POST") return { status: 201, body: { upload: { id: "upload01" } } };
    const last = url.endsWith("zst");
    return { status: 200, body: { file: { verified: false }, bundle: last ? row() : null } };
  };
  choose(k3s(), images());
  await waitFor(() => expect(upload().disabled).toBe(false));
  fireEvent.click(upload());
  await waitFor(() => expect(chosen).toEqual(["bundle01"]));
  expect(puts()).toEqual([
    "PUT /api/v1/artifacts/bundles/upload01/files/k3s",
    `PUT /api/v1/artifacts/bundles/upload01/files/${IMAGES}`,
  ]);
});

it("shows what the panel refused at the file it is about, and keeps the files for another try", async () => {
  const chosen = show();
  const detail = "Its SHA-256 is not the one in the checksum file.";
  answer = ({ method }) => {
    if (method === "POST") return { status: 201, body: { upload: { id: "upload01" } } };
    const problem = { code: "artifact.checksum", detail, remedies: [], fields: { k3s: detail } };
    return method === "DELETE" ? { status: 404, body: problem } : { status: 502, body: problem };
  };
  const sums = `${"0".repeat(64)}  k3s\n${"0".repeat(64)}  ${IMAGES}\n`;
  choose(k3s(), images(), file("sha256sum-amd64.txt", sums));
  await waitFor(() => expect(upload().disabled).toBe(false));
  fireEvent.click(upload());
  expect((await (await line("k3s")).findByRole("alert")).textContent).toBe(detail);
  expect(chosen).toEqual([]);
  expect(upload().disabled).toBe(false);
});

it("a cancelled upload is ended on the panel too", async () => {
  show();
  answer = ({ method }) => {
    if (method === "POST") return { status: 201, body: { upload: { id: "upload01" } } };
    return method === "DELETE" ? { status: 204 } : null; // the file is on its way for ever
  };
  choose(k3s(), images());
  await waitFor(() => expect(upload().disabled).toBe(false));
  fireEvent.click(upload());
  await waitFor(() => expect(puts()).toHaveLength(1));
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(asked).toContain("DELETE /api/v1/artifacts/bundles/upload01"));
  expect(await screen.findByRole("button", { name: "Upload" })).toBeDefined();
});

it("files dropped on it are taken; a host's card is not", async () => {
  show();
  const zone = screen.getByText("Drop the files of a k3s release here").parentElement;
  if (zone === null) throw new Error("no drop zone");
  expect(fireEvent.dragOver(zone, { dataTransfer: { types: ["text/plain"], files: [] } })).toBe(
    true,
  );
  expect(fireEvent.dragOver(zone, { dataTransfer: { types: ["Files"], files: [] } })).toBe(false);
  fireEvent.drop(zone, { dataTransfer: { types: ["Files"], files: [k3s()] } });
  expect(await line("k3s")).toBeDefined();
});

it("a bundle is removed after a question; one in use says by whom and cannot be", async () => {
  const chosen = show([row()], "bundle01");
  fireEvent.click(screen.getByRole("button", { name: "Remove" }));
  fireEvent.click(await screen.findByRole("button", { name: "Remove the bundle" }));
  await waitFor(() => expect(chosen).toEqual([""]));
  expect(asked).toContain("DELETE /api/v1/artifacts/bundles/bundle01");
  cleanup();
  show([row({ usedBy: ["school"] })], "bundle01");
  expect(screen.getByText(/Used by school/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Remove" })).toBeNull();
});
