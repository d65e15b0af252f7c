"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { Messages } from "@/lib/i18n/catalogue";
import type { ChangeInput } from "@/lib/schemas/kube-change";
import { ChangeDialog } from "./change-dialog";
import { useChange } from "./use-change";
import type { DialogProps, KubeChangeWish } from "./wish";

/** A change that destroys nothing: one question, one line of what happens. */
export function AskDialog(props: DialogProps & { change: KubeChangeWish }) {
  const { change } = props;
  const m = useMessages();
  const { send, busy, problem } = useChange(props);
  const ask = ASK[change.action];
  if (ask === undefined) return null;
  const name = "node" in change ? change.node : change.object.name;
  const words = ask.words(m.changes);
  return (
    <ChangeDialog
      width="sm"
      onClose={props.onClose}
      title={words.question(name)}
      description={words.happens}
      problem={problem}
      submit={{
        label: words.verb,
        busy,
        act: () => send(ask.input(change), words.done(name)),
      }}
    />
  );
}

interface Ask {
  readonly words: (changes: Messages["changes"]) => {
    readonly question: (name: string) => string;
    readonly happens: string;
    readonly verb: string;
    readonly done: (name: string) => string;
  };
  readonly input: (change: KubeChangeWish) => ChangeInput;
}

const objectOf = (change: KubeChangeWish) =>
  "object" in change
    ? change.object
    : { apiVersion: "v1", kind: "Node", namespace: "", name: change.node };
const nodeOf = (change: KubeChangeWish) => ("node" in change ? change.node : change.object.name);

const ASK: Partial<Record<KubeChangeWish["action"], Ask>> = {
  restart: {
    words: ({ restart }) => restart,
    input: (change) => ({ action: "restart", object: objectOf(change) }),
  },
  pause: {
    words: ({ pause }) => pause,
    input: (change) => ({ action: "pause", object: objectOf(change) }),
  },
  resume: {
    words: ({ resume }) => resume,
    input: (change) => ({ action: "resume", object: objectOf(change) }),
  },
  suspend: {
    words: ({ suspend }) => suspend,
    input: (change) => ({ action: "suspend", object: objectOf(change), suspended: true }),
  },
  unsuspend: {
    words: ({ unsuspend }) => unsuspend,
    input: (change) => ({ action: "suspend", object: objectOf(change), suspended: false }),
  },
  "run-now": {
    words: ({ runNow }) => runNow,
    input: (change) => ({ action: "run-now", object: objectOf(change) }),
  },
  cordon: {
    words: ({ cordon }) => cordon,
    input: (change) => ({ action: "cordon", node: nodeOf(change) }),
  },
  uncordon: {
    words: ({ uncordon }) => uncordon,
    input: (change) => ({ action: "uncordon", node: nodeOf(change) }),
  },
  "declare-on": {
    words: ({ on }) => on,
    input: (change) => ({ action: "declare-on", node: nodeOf(change) }),
  },
};
