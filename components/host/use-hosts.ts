"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/components/hooks/api";
import { useRoom } from "@/components/hooks/use-socket";
import type {
  AcceptHostKeyInput,
  HostAnswer,
  HostRow,
  HostsAnswer,
  RemovedHost,
  RemoveHostQuery,
  UpdateHostInput,
} from "@/lib/schemas/host";

/** Where the inventory is kept in the browser. */
export const HOSTS_KEY = ["hosts"] as const;

/** The inventory; it is read again when the panel says that it changed, and after a lost connection. */
export function useHosts() {
  const again = useReadHosts();
  useRoom("hosts", again, again);
  return useQuery({
    queryKey: HOSTS_KEY,
    queryFn: async ({ signal }) => (await api.get<HostsAnswer>("/hosts", { signal })).hosts,
  });
}

/** Reads the inventory again. */
export function useReadHosts(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: HOSTS_KEY }), [client]);
}

/** Puts one row, as the panel answered it, into the list on the screen. */
function useKeepRow() {
  const client = useQueryClient();
  return ({ host }: HostAnswer) =>
    client.setQueryData<readonly HostRow[]>(HOSTS_KEY, (rows) =>
      rows?.map((row) => (row.id === host.id ? host : row)),
    );
}

/** Reads facts and runs the general checks: of all hosts, or of those named, four at a time. */
export function useCheckHosts() {
  const again = useReadHosts();
  const keep = useKeepRow();
  return useMutation({
    mutationFn: async (ids: readonly string[] | "all") => {
      if (ids === "all") return void (await api.post<HostsAnswer>("/hosts/check"));
      const queue = [...ids];
      const worker = async () => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift())
          keep(await api.post<HostAnswer>(`/hosts/${id}/check`));
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, worker));
    },
    onSettled: again,
  });
}

/** SSH sessions that one browser asks for at a time. */
export const AT_ONCE = 4;

/** Changes how a host is called and reached. */
export function useEditHost(id: string) {
  const keep = useKeepRow();
  return useMutation({
    mutationFn: (input: UpdateHostInput) => api.patch<HostAnswer>(`/hosts/${id}`, input),
    onSuccess: keep,
  });
}

/** Pins a new key after somebody compared it. */
export function useAcceptHostKey(id: string) {
  const keep = useKeepRow();
  return useMutation({
    mutationFn: (input: AcceptHostKeyInput) => api.post<HostAnswer>(`/hosts/${id}/host-key`, input),
    onSuccess: keep,
  });
}

/** A host that was forgotten, and what became of the panel's key on it. */
export interface Forgotten {
  readonly name: string;
  readonly removed: RemovedHost;
}

/** Forgets hosts, one after the other; stops at the first that is refused. */
export function useRemoveHosts() {
  const again = useReadHosts();
  return useMutation({
    mutationFn: async (about: { rows: readonly HostRow[] } & RemoveHostQuery) => {
      const forgotten: Forgotten[] = [];
      for (const { id, name } of about.rows) {
        const removed = await api.delete<RemovedHost>(`/hosts/${id}?key=${about.key}`);
        forgotten.push({ name, removed });
      }
      return forgotten;
    },
    onSettled: again,
  });
}
