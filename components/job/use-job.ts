"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { api } from "@/components/hooks/api";
import { useLiveState, useRoom } from "@/components/hooks/use-socket";
import { JobFeed, type JobPicture } from "@/lib/job-feed/job-feed";
import type { JobAnswer, JobEventsAnswer } from "@/lib/schemas/job";
import type { JobEvent } from "@/lib/schemas/job-event";

const PAGE = 5_000;
/** A running job is also asked now and then: a room joined a moment too late must not hide its end. */
const LIVE_EVERY_MS = 15_000;
const AWAY_EVERY_MS = 3_000;
/** Lines come faster than anybody reads; ten pictures a second are live enough. */
const DRAW_EVERY_MS = 100;

/** A job's row, read again when it starts, ends or is resumed. */
export const useJobRow = (jobId: string) =>
  useQuery({
    queryKey: ["jobs", jobId],
    queryFn: ({ signal }) => api.get<JobAnswer>(`/jobs/${jobId}`, { signal }),
  });

/** A job as it happens: its folded picture, and its log outside React's state. */
export function useJob(jobId: string): { readonly feed: JobFeed; readonly picture: JobPicture } {
  const [feed] = useState(() => browserFeed(jobId));
  const picture = useSyncExternalStore(feed.subscribe, feed.picture, feed.picture);
  useEffect(() => feed.open(), [feed]);
  useRoom(
    `job:${jobId}`,
    ({ payload }) => {
      if (isJobMessage(payload)) feed.push(payload.events);
    },
    () => feed.catchUp(),
  );
  useAskAgain(feed, picture.view.outcome === "running");
  return { feed, picture };
}

function useAskAgain(feed: JobFeed, running: boolean) {
  const everyMs = useLiveState() === "live" ? LIVE_EVERY_MS : AWAY_EVERY_MS;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => feed.catchUp(), everyMs);
    return () => clearInterval(timer);
  }, [feed, running, everyMs]);
}

function browserFeed(jobId: string): JobFeed {
  return new JobFeed({
    readEvents: (after, signal) =>
      api.get<JobEventsAnswer>(`/jobs/${jobId}/events?after=${after}&limit=${PAGE}`, { signal }),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    schedule: (run) => void setTimeout(run, DRAW_EVERY_MS),
  });
}

const isJobMessage = (payload: unknown): payload is { events: readonly JobEvent[] } =>
  typeof payload === "object" &&
  payload !== null &&
  "events" in payload &&
  Array.isArray(payload.events);
