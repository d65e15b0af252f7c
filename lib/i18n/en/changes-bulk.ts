import type { BulkState } from "@/lib/schemas/kube-bulk";
import type { BulkWish } from "@/lib/kube-bulk/wishes";
import { plural } from "@/lib/format/plural";

/** What is said of one change of many objects; `what` is "12 deployments". */
interface BulkWords {
  readonly button: string;
  readonly question: (what: string) => string;
  readonly happens: string;
  readonly verb: (what: string) => string;
}

/** Changing many objects in one go. */
export const changesBulk = {
  label: "For the selected objects",
  more: "More for the selected objects",
  clear: "Clear",
  what: (count: number, kind: string, label: string) =>
    count === 1 ? `1 ${kind.toLowerCase()}` : `${count} ${label.toLowerCase()}`,
  selectMatching: (total: number) => `Select all ${total} that match`,
  selectFirst: (most: number, total: number) => `Select the first ${most} of ${total} that match`,
  firstOf: (most: number, total: number) =>
    `${most} of ${total} selected: that is the most for one action.`,
  gone: (count: number) => `${plural(count, "was", "were")} deleted meanwhile`,
  nothingCommon: "Nothing can be done to all of these at once.",
  objects: "Which",
  goneBefore: (names: readonly string[]) =>
    `Not there any more, and left out: ${names.join(", ")}.`,
  nodesLeft: (count: number) =>
    count === 0
      ? "No node takes new pods any more: whatever ends cannot start again."
      : `${plural(count, "other node")} ${count === 1 ? "takes" : "take"} new pods.`,
  replicas: "Copies of each",
  toZero: "0 copies: nothing answers until they are scaled up again.",
  labels: "One a line: team=web sets it, team- takes it away",
  labelWrong: (line: string) => `${line} is neither team=web nor team-.`,
  because: "data or a site is lost",
  keepAll: "Keep them",
  incomplete: "Not everything around them could be read: there may be more.",
  words: {
    restart: {
      button: "Restart",
      question: (what) => `Restart ${what}?`,
      happens: "In each, new copies start before old ones end, as many at a time as it allows.",
      verb: (what) => `Restart ${what}`,
    },
    scale: {
      button: "Scale",
      question: (what) => `Scale ${what}`,
      happens: "Each of them gets this many copies.",
      verb: (what) => `Scale ${what}`,
    },
    pause: {
      button: "Pause",
      question: (what) => `Pause the rollouts of ${what}?`,
      happens: "Copies stay as they are. Later changes wait until they are resumed.",
      verb: (what) => `Pause ${what}`,
    },
    resume: {
      button: "Resume",
      question: (what) => `Resume the rollouts of ${what}?`,
      happens: "Changes that waited are rolled out now.",
      verb: (what) => `Resume ${what}`,
    },
    suspend: {
      button: "Suspend",
      question: (what) => `Suspend ${what}?`,
      happens: "A schedule starts no new job; a job that is suspended itself ends its pods.",
      verb: (what) => `Suspend ${what}`,
    },
    unsuspend: {
      button: "Let run",
      question: (what) => `Let ${what} run again?`,
      happens: "Schedules start their next job in time; suspended jobs start their pods again.",
      verb: (what) => `Let ${what} run`,
    },
    cordon: {
      button: "Cordon",
      question: (what) => `Cordon ${what}?`,
      happens: "No new pod starts there. Pods that run there stay.",
      verb: (what) => `Cordon ${what}`,
    },
    uncordon: {
      button: "Uncordon",
      question: (what) => `Uncordon ${what}?`,
      happens: "New pods may start there again. None move there by themselves.",
      verb: (what) => `Uncordon ${what}`,
    },
    drain: {
      button: "Drain",
      question: (what) => `Drain ${what}, one after another?`,
      happens:
        "The next one begins when the one before is empty. If one cannot be emptied, the rest are left alone.",
      verb: (what) => `Drain ${what}`,
    },
    label: {
      button: "Labels",
      question: (what) => `Labels of ${what}`,
      happens: "Other labels of these objects stay as they are.",
      verb: (what) => `Label ${what}`,
    },
    delete: {
      button: "Delete",
      question: (what) => `Delete ${what}?`,
      happens: "They cannot be brought back.",
      verb: (what) => `Delete ${what}`,
    },
  } satisfies Record<BulkWish, BulkWords>,
  run: {
    done: (count: number) => `${count} done`,
    failed: (count: number) => `${count} failed`,
    skipped: (count: number) => `${count} left alone`,
    waiting: (count: number) => `${count} to go`,
    background: "It goes on when this window is closed.",
    stop: "Stop",
    stopHelp: "What has not begun is left alone.",
    again: (count: number) => `Try ${count} again`,
    show: "Show",
    states: {
      waiting: "Waits",
      running: "Under way",
      done: "Done",
      failed: "Failed",
      skipped: "Left alone",
    } satisfies Record<BulkState, string>,
  },
};
