import { expect, it } from "vitest";
import { secret } from "@/lib/core/secret";
import type { JobEventBody } from "@/lib/schemas/job-event";
import { createJob } from "@/server/testing/create-job";
import { testContainer } from "@/server/testing/test-container";
import { loadView, openJournal, readEvents } from "./journal";

const planned: JobEventBody = {
  type: "job.planned",
  attempt: 1,
  nodes: [
    {
      id: "a/x",
      hostId: "a",
      hostName: "a",
      label: "x",
      title: "X",
      after: [],
      lane: "main",
      skippable: false,
      typicalMs: 1,
    },
  ],
};
const log = (line: string): JobEventBody => ({ type: "log", node: "a/x", stream: "stdout", line });

it("numbers events without gaps over several journals of one job", async () => {
  await using panel = await testContainer();
  const { container } = panel;
  const jobId = await createJob(container);
  const first = await openJournal(jobId, container);
  first.emit(planned);
  for (let i = 0; i < 300; i++) first.emit(log(`line ${i}`));
  await first.close();
  const second = await openJournal(jobId, container);
  second.emit(log("later"));
  await second.close();
  const events = await readEvents(jobId, { after: 0, limit: null }, container.db);
  expect(events.map((e) => e.seq)).toEqual(Array.from({ length: 302 }, (_, i) => i + 1));
  expect((await loadView(jobId, container.db)).logLines).toBe(301);
});

it("tells the bus only what is already stored", async () => {
  await using panel = await testContainer();
  const { container } = panel;
  const jobId = await createJob(container);
  const stored: number[] = [];
  const heard = new Promise<void>((resolve) => {
    container.bus.on("job.events", ({ events }) => {
      void readEvents(jobId, { after: 0, limit: null }, container.db).then((rows) => {
        stored.push(rows.length - events.length);
        resolve();
      });
    });
  });
  const journal = await openJournal(jobId, container);
  journal.emit(planned);
  journal.emit(log("one"));
  await journal.flush();
  await heard;
  expect(stored).toEqual([0]);
  await journal.close();
});

it("never stores a known secret", async () => {
  await using panel = await testContainer();
  const { container } = panel;
  const jobId = await createJob(container);
  container.redactor.register(secret('pa"ss\\word-1234'));
  const journal = await openJournal(jobId, container);
  journal.emit(planned);
  journal.emit(log('mysql://k3s:pa"ss\\word-1234@db'));
  await journal.close();
  const [, event] = await readEvents(jobId, { after: 0, limit: null }, container.db);
  expect(event).toMatchObject({ line: "mysql://k3s:[redacted]@db" });
});
