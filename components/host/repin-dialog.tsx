"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/hooks/api";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { ProblemCard } from "@/components/ui/problem-card";
import { SkeletonLines } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { Problem } from "@/lib/core/problem";
import type { HostProbe, HostRow, ProbeHostsAnswer } from "@/lib/schemas/host";
import {
  atAccess,
  EMPTY_ACCESS,
  fieldsOf,
  missingAccess,
  toAccess,
  type AccessDraft,
} from "./access-draft";
import { AccessFields } from "./access-fields";
import { Fingerprint } from "./fingerprint";
import { PinnedKey } from "./pinned-key";
import { useAcceptHostKey } from "./use-hosts";
import { WhereToRead } from "./where-to-read";

/** "Was it re-imaged?": the pinned key beside the one it shows now; pinned anew only on confirmation. */
export function RepinDialog(props: { row: HostRow; onClose: () => void }) {
  const { row, onClose } = props;
  const words = useMessages().hosts.keyChanged;
  const probe = useProbe(row);
  const shown = probe.data && "fingerprint" in probe.data ? probe.data : null;
  const problem = probe.data && "problem" in probe.data ? probe.data.problem : null;
  const failure = problem ?? (probe.error ? problemOf(probe.error) : null);
  if (shown) return <Compare row={row} shown={shown} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.dialogTitle(row.name)}
      description={words.dialogBody}
    >
      {failure ? <ProblemCard problem={failure} /> : <SkeletonLines label={words.reading} />}
    </Dialog>
  );
}

/** Reads the key the host shows now. Nothing else is sent. */
const useProbe = (row: HostRow) =>
  useQuery({
    queryKey: ["probe", row.address, row.port],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { address, port, user } = row;
      const body = { targets: [{ address, port, user }] };
      const { probes } = await api.post<ProbeHostsAnswer>("/hosts/probe", body, { signal });
      return probes[0] ?? null;
    },
  });

type ShownKey = Extract<HostProbe, { fingerprint: string }>;

function Compare(props: { row: HostRow; shown: ShownKey; onClose: () => void }) {
  const { row, shown, onClose } = props;
  const m = useMessages();
  const words = m.hosts.keyChanged;
  const [matches, setMatches] = useState(false);
  const [anew, setAnew] = useState(true);
  const [access, setAccess] = useState(EMPTY_ACCESS);
  const pin = usePin(row, onClose);
  const same = shown.fingerprint === row.hostKey;
  const incomplete = anew && missingAccess(access) !== null;
  const send = () =>
    pin.send({ fingerprint: shown.fingerprint, ...(anew ? { access: toAccess(access) } : {}) });
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={words.dialogTitle(row.name)}
      description={words.dialogBody}
      foot={
        <>
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button look="primary" busy={pin.busy} disabled={!matches || incomplete} onClick={send}>
            {words.pin}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <div className="grid grid-cols-1 gap-1 rounded-md border border-line px-3 py-2.5">
          <PinnedKey row={row} />
          <Fingerprint label={words.newKey} value={shown.fingerprint} />
        </div>
        {same && <Note tone="info">{words.sameAgain}</Note>}
        <WhereToRead keyType={shown.hostKeyType} />
        <Checkbox checked={matches} onChange={(event) => setMatches(event.target.checked)}>
          {words.matches}
        </Checkbox>
        <Reinstall
          on={anew}
          onSwitch={setAnew}
          access={access}
          onChange={setAccess}
          fields={pin.fields}
        />
        {pin.problem && <ProblemCard problem={pin.problem} />}
      </div>
    </Dialog>
  );
}

function Reinstall(props: {
  on: boolean;
  onSwitch: (on: boolean) => void;
  access: AccessDraft;
  onChange: (access: AccessDraft) => void;
  fields: Readonly<Record<string, string>>;
}) {
  const words = useMessages().hosts.keyChanged;
  const { on, access, onChange } = props;
  return (
    <div className="grid grid-cols-1 gap-3">
      <Checkbox checked={on} onChange={(event) => props.onSwitch(event.target.checked)}>
        {words.reinstall}
        <span className="block text-xs text-muted">{words.reinstallHelp}</span>
      </Checkbox>
      {on && (
        <div className="ml-6">
          <AccessFields
            value={access}
            onChange={(patch) => onChange({ ...access, ...patch })}
            problems={props.fields}
          />
        </div>
      )}
    </div>
  );
}

/** Sends the confirmation; problems stand at the fields they are about. */
function usePin(row: HostRow, onDone: () => void) {
  const words = useMessages().hosts.keyChanged;
  const accept = useAcceptHostKey(row.id);
  const failed: Problem | null = accept.error ? problemOf(accept.error) : null;
  const fields = fieldsOf(failed?.fields);
  return {
    busy: accept.isPending,
    fields,
    problem: failed && !atAccess(fields) ? failed : null,
    send: (input: Parameters<typeof accept.mutate>[0]) =>
      accept.mutate(input, {
        onSuccess: () => {
          toast.done({ title: words.done(row.name) });
          onDone();
        },
      }),
  };
}
