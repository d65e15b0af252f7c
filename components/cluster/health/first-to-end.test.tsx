import { describe, expect, it } from "vitest";
import type { CertificateHealth } from "@/lib/schemas/kube";
import { firstToEnd } from "./first-to-end";

const certificate = (host: string, expiresAt: string | null): CertificateHealth => ({
  host,
  name: host === "lb" ? "load-balancer" : "serving",
  expiresAt,
  problem: null,
});

describe("firstToEnd", () => {
  it("names the server whose certificate ends first, not the load balancer that shows it", () => {
    const first = firstToEnd([
      certificate("lb", "2027-01-01T00:00:00Z"),
      certificate("master1", "2027-06-01T00:00:00Z"),
      certificate("master2", "2027-01-01T00:00:00Z"),
    ]);
    expect(first?.host).toBe("master2");
  });

  it("takes the address's own where no server is known, as of an adopted cluster", () => {
    const only = [certificate("lb", "2027-01-01T00:00:00Z")];
    expect(firstToEnd(only)).toEqual({ host: "lb", endsAtMs: Date.UTC(2027, 0, 1) });
  });

  it("leaves out what could not be read", () => {
    expect(firstToEnd([certificate("master1", null)])).toBeNull();
  });
});
