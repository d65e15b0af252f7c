"use client";
import { useMutation } from "@tanstack/react-query";
import { useReducer } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import type { HostAnswer, HostTarget, ProbeHostsAnswer, ScanAnswer } from "@/lib/schemas/host";
import type { ListedHost } from "@/lib/schemas/host-list";
import { AT_ONCE, useReadHosts } from "../use-hosts";
import { addInput, targetOf } from "./add-select";
import { EMPTY_ADD, keyOf, reduceAdd, type Candidate } from "./add-state";

/** A host to be asked for its key, with its place in the list. */
type Asked = HostTarget & Pick<Candidate, "key">;

/** The state of adding hosts and the calls that move it on. Secrets stay in memory only. */
export function useAddHosts() {
  const [state, dispatch] = useReducer(reduceAdd, EMPTY_ADD);
  const readHosts = useReadHosts();
  const probe = useMutation({
    mutationFn: async (asked: readonly Asked[]) => {
      const { probes } = await api.post<ProbeHostsAnswer>("/hosts/probe", {
        targets: asked.map(targetOf),
      });
      dispatch({ type: "probed", keys: asked.map(({ key }) => key), probes });
    },
  });
  const scan = useMutation({
    mutationFn: async (input: { readonly cidr: string; readonly port: number }) => {
      dispatch({ type: "found", found: null });
      const { found } = await api.post<ScanAnswer>("/hosts/scan", input);
      dispatch({ type: "found", found });
    },
  });
  const addOne = async (candidate: Candidate) => {
    const { key } = candidate;
    const input = addInput(candidate, state);
    if (input === null) return;
    dispatch({ type: "run", key, run: { state: "working" } });
    try {
      const { host } = await api.post<HostAnswer>("/hosts", input);
      dispatch({ type: "run", key, run: { state: "added", row: host } });
    } catch (error) {
      dispatch({ type: "run", key, run: { state: "failed", problem: problemOf(error) } });
    }
    readHosts();
  };
  return {
    state,
    dispatch,
    probe: {
      run: (targets: readonly ListedHost[]) => {
        dispatch({ type: "probe", targets });
        probe.mutate(targets.map((target) => ({ ...target, key: keyOf(target) })));
      },
      again: (candidate: Candidate) => probe.mutate([candidate]),
      busy: probe.isPending,
      problem: probe.error ? problemOf(probe.error) : null,
    },
    scan: {
      run: scan.mutate,
      busy: scan.isPending,
      problem: scan.error ? problemOf(scan.error) : null,
    },
    /** Adds hosts, a few at a time; each ends on its own. */
    add: (candidates: readonly Candidate[]) => {
      dispatch({ type: "go", step: "facts" });
      const queue = [...candidates];
      const worker = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) await addOne(next);
      };
      for (let i = 0; i < AT_ONCE; i++) void worker();
    },
  };
}

export type AddHosts = ReturnType<typeof useAddHosts>;
