"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { useNow } from "@/components/hooks/use-now";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type {
  DrainAnswer,
  DrainInput,
  DrainPreview,
  DrainProgress,
} from "@/lib/schemas/kube-drain";
import { drainConsequences, losesSomething } from "./drain-items";
import { DrainProgressDialog } from "./drain-progress";
import { WaitDialog } from "./wait-dialog";
import type { DialogProps } from "./wish";

const WHILE_RUNNING_MS = 1_000;

/** What a drain does, then how it goes. Closing the window does not stop it. */
export function DrainDialog(props: DialogProps & { node: string }) {
  const { node, clusterId, onClose } = props;
  const words = useMessages().changes.drain;
  const client = useQueryClient();
  const key = ["drain", clusterId, node];
  const path = `/clusters/${clusterId}/drain`;
  const query = `?${new URLSearchParams({ node }).toString()}`;
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<DrainAnswer>(path + query, { signal }),
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.progress?.state === "running" ? WHILE_RUNNING_MS : false,
  });
  // Shown at once: until it is read again nobody could press the button a second time.
  const show = (progress: DrainProgress) =>
    client.setQueryData<DrainAnswer>(key, (known) => known && { ...known, progress });
  const start = useMutation({
    mutationFn: (input: DrainInput) => api.post<DrainProgress>(path, input),
    onSuccess: show,
  });
  const cancel = useMutation({
    mutationFn: () => api.delete(path + query),
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  });
  const [followed, setFollowed] = useState(false);
  const progress = read.data?.progress ?? null;
  // How it ended is shown to whoever saw it run, also when they did not start it.
  if (progress?.state === "running" && !followed) setFollowed(true);
  // Progress that was seen stays while it cannot be read.
  const failure = start.error ?? cancel.error ?? (read.data === undefined ? read.error : null);
  if (failure || read.data === undefined)
    return (
      <WaitDialog
        question={words.question(node)}
        problem={failure ? problemOf(failure) : null}
        onClose={onClose}
      />
    );
  if ((followed || start.isSuccess) && progress !== null)
    return (
      <DrainProgressDialog
        progress={progress}
        cancelling={cancel.isPending}
        onCancel={() => cancel.mutate()}
        onAgain={() => {
          start.reset();
          setFollowed(false);
        }}
        onClose={onClose}
      />
    );
  return (
    <DrainConfirmation
      preview={read.data.preview}
      readAtMs={read.dataUpdatedAt}
      busy={start.isPending}
      onKeep={onClose}
      onDrain={(input) => start.mutate(input)}
    />
  );
}

const TIMEOUT_S = 300;

function DrainConfirmation(props: {
  preview: DrainPreview;
  readAtMs: number;
  busy: boolean;
  onKeep: () => void;
  onDrain: (input: DrainInput) => void;
}) {
  const { preview, readAtMs, busy, onKeep, onDrain } = props;
  const words = useMessages().changes.drain;
  const nowMs = useNow();
  const { node } = preview;
  const loses = losesSomething(preview);
  return (
    <ConfirmDialog
      open
      icon={LogOut}
      question={words.question(node)}
      happens={words.happens}
      takes={drainConsequences(preview, words)}
      checkedAgoMs={Math.max(0, nowMs - readAtMs)}
      {...(loses ? { typed: { name: node, because: words.typed } } : {})}
      verb={words.verb(node)}
      busy={busy}
      onKeep={onKeep}
      // What it takes with it was just read out: going on is agreeing to it.
      onConfirm={() =>
        onDrain({
          node,
          deleteEmptyDir: true,
          deleteBarePods: preview.pods.some(({ bare }) => bare),
          timeoutSeconds: TIMEOUT_S,
        })
      }
    />
  );
}
