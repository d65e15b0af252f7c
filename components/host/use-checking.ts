"use client";
import { useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { toast } from "@/components/ui/toast";
import { useCheckHosts } from "./use-hosts";

/** Checks that this page has started: which hosts are being read, and how it ended, as a toast. */
export function useChecking() {
  const words = useMessages().hosts;
  const run = useCheckHosts();
  const [asked, setAsked] = useState<readonly string[] | "all">([]);
  const start = (ids: readonly string[] | "all") => {
    setAsked(ids);
    run.mutate(ids, {
      onSuccess: () => toast.done({ title: words.checked(ids === "all" ? null : ids.length) }),
      onError: (error) => {
        const problem = problemOf(error);
        toast.failed({ title: words.checkFailed, body: problem.detail });
      },
    });
  };
  const busy = run.isPending ? asked : [];
  return {
    all: busy === "all",
    ids: new Set(busy === "all" ? [] : busy),
    check: (ids: readonly string[]) => start(ids),
    checkAll: () => start("all"),
  };
}
