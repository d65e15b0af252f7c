import { expect, test, vi } from "vitest";
import { fail } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import { JobHost } from "./job-host";

const away = {
  code: "ssh.unreachable" as const,
  detail: "db does not answer.",
  remedies: ["Switch it on."],
};

test("a host that is away is tried once for all steps that start now, and again later", async () => {
  vi.useFakeTimers();
  let tries = 0;
  const host = new JobHost({
    hostId: "db" as HostId,
    owner: { job: "1", who: "test", why: "a test" },
    moved: () => Promise.resolve(),
    borrow: () => {
      tries += 1;
      return Promise.resolve(fail(away));
    },
  });
  const watch = {
    onUnit: () => undefined,
    onLine: () => undefined,
    signal: new AbortController().signal,
  };
  for (let step = 0; step < 5; step++) expect(await host.awaitLeftovers(watch)).toEqual(fail(away));
  expect(tries).toBe(1);
  vi.advanceTimersByTime(15_000);
  expect(await host.awaitLeftovers(watch)).toEqual(fail(away));
  expect(tries).toBe(2);
  vi.useRealTimers();
});
