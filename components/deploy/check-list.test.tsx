import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { AppCheck } from "@/lib/schemas/app-check";
import { CheckList, isHopeless } from "./check-list";

afterEach(cleanup);

const IMAGE = { field: "image", image: "nginx:1.14.2", registry: "docker.io" } as const;
const PINNED = { code: "pinned-volume", field: "volume", storageClass: "local-path" } as const;
const unfit = (none: boolean): AppCheck => ({
  code: "image-unfit",
  ...IMAGE,
  platforms: ["amd64", "arm64"],
  unable: [{ architecture: "arm", nodes: 2 }],
  none,
});
const show = (...checks: readonly AppCheck[]) => {
  render(<CheckList checks={{ checks, unknown: [] }} report={undefined} />);
  return screen.getAllByRole("listitem").map(({ textContent }) => textContent);
};

describe("what was found out before an app is deployed", () => {
  it("names the nodes that cannot run the image, as people call their processors", () => {
    expect(show(unfit(true))).toContain(
      "nginx:1.14.2 exists for amd64, arm64; none of your nodes can run it (2 armhf nodes).",
    );
    cleanup();
    expect(show(unfit(false))).toContain(
      "nginx:1.14.2 exists for amd64, arm64; 2 armhf nodes cannot run it. Copies there end at once.",
    );
  });

  it("says the worst first", () => {
    const holds = { code: "quota-holds", field: "replicas", quota: "q" } as const;
    const [, first, second, third] = show(holds, PINNED, { code: "image-missing", ...IMAGE });
    expect(first).toMatch(/^docker.io has no nginx:1.14.2/);
    expect(second).toMatch(/^Volumes of local-path/);
    expect(third).toMatch(/^Quota q/);
  });

  it("tells a form that cannot come up from one that only has a catch", () => {
    const of = (...checks: readonly AppCheck[]) => isHopeless({ checks, unknown: [] });
    expect(of(PINNED, unfit(false), { code: "image-unasked", ...IMAGE })).toBe(false);
    expect(of(PINNED, unfit(true))).toBe(true);
    expect(of({ code: "image-missing", ...IMAGE })).toBe(true);
    expect(isHopeless(undefined)).toBe(false);
  });

  it("puts no markup of a registry's name into the page", () => {
    const image = "<img src=x onerror=alert(1)>";
    expect(show({ code: "image-closed", ...IMAGE, image })[1]).toContain(image);
    expect(document.querySelector("img")).toBeNull();
  });
});
