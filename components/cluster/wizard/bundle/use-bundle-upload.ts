"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { sendFile } from "@/components/hooks/send-file";
import type { Problem } from "@/lib/core/problem";
import type { BeginUploadAnswer, BundleRow, ReceivedFileAnswer } from "@/lib/schemas/artifact";
import { type ChosenFile, lookAt, offerOf, problemsOf, withFiles } from "./chosen-files";

/** How far one file is. */
export type FileProgress =
  | { readonly state: "sending"; readonly sentBytes: number }
  /** All bytes are there; the panel writes and checks them. */
  | { readonly state: "checking" }
  | { readonly state: "arrived"; readonly verified: boolean };

type Progress = Readonly<Record<string, FileProgress>>;

/** Files chosen for a bundle, and sending them. `onDone` gets the bundle that came of it. */
export function useBundleUpload(onDone: (bundle: BundleRow) => void) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [progress, setProgress] = useState<Progress>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []); // leaving the page ends it

  const note = (name: string, now: FileProgress) =>
    setProgress((before) => ({ ...before, [name]: now }));
  const start = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setSending(true);
    setProblem(null);
    try {
      const bundle = await sendAll(chosen, { signal, note });
      await client.invalidateQueries({ queryKey: ["artifacts", "bundles"] });
      setChosen([]);
      onDone(bundle);
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error));
    }
    setProgress({});
    setSending(false);
  };
  const local = problemsOf(chosen);
  return {
    chosen,
    progress,
    sending,
    /** What is wrong with a file: what can be seen here, or what the panel said. */
    problemAt: (name: string): string | undefined => local[name] ?? problem?.fields?.[name],
    /** What is missing from the set; undefined when nothing is. */
    missing: local[""],
    /** What the panel said that is about no file in the list. */
    problem: problem !== null && !isAbout(problem, chosen) ? problem : null,
    ready: chosen.length > 0 && Object.keys(local).length === 0,
    add: async (files: readonly File[]) => {
      const more = await Promise.all(files.map(lookAt));
      setProblem(null);
      setChosen((before) => withFiles(before, more));
    },
    remove: (name: string) => {
      setProblem(null);
      setChosen((before) => before.filter((file) => file.name !== name));
    },
    start: () => void start(),
    cancel: () => stop.current?.abort(),
  };
}

export type BundleUpload = ReturnType<typeof useBundleUpload>;

const isAbout = ({ fields = {} }: Problem, chosen: readonly ChosenFile[]) =>
  chosen.some(({ name }) => Object.hasOwn(fields, name));

interface Sending {
  readonly signal: AbortSignal;
  readonly note: (name: string, now: FileProgress) => void;
}

/** One file after the other; a failure or a cancel leaves nothing on the panel. */
async function sendAll(
  chosen: readonly ChosenFile[],
  { signal, note }: Sending,
): Promise<BundleRow> {
  const { upload } = await api.post<BeginUploadAnswer>("/artifacts/bundles", offerOf(chosen), {
    signal,
  });
  try {
    for (const { name, file, checksums } of chosen) {
      if (checksums !== null) continue;
      note(name, { state: "sending", sentBytes: 0 });
      const path = `/artifacts/bundles/${upload.id}/files/${encodeURIComponent(name)}`;
      const answer = await sendFile<ReceivedFileAnswer>(path, file, {
        signal,
        onProgress: (sentBytes) =>
          note(
            name,
            sentBytes < file.size ? { state: "sending", sentBytes } : { state: "checking" },
          ),
      });
      note(name, { state: "arrived", verified: answer.file.verified });
      if (answer.bundle !== null) return answer.bundle;
    }
    throw new Error("the panel has all files and did not say what came of them");
  } catch (error) {
    await api.delete(`/artifacts/bundles/${upload.id}`).catch(() => undefined); // it may be gone already
    throw error;
  }
}
