import type { Problem } from "@/lib/core/problem";
import { openNotices } from "@/lib/i18n/en/open-service";
import { DialFailed } from "./forward-agent";
import { ForwardRefused } from "./forward-stream";
import type { Notice } from "./notice-page";
import type { Opening } from "./opening";

const RETRY_SECONDS = 3;

type Said = Pick<Problem, "detail" | "remedies">;

/** The connection broke off before the app said anything. */
const BROKEN_OFF = ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"];

const place = ({ facts, pod }: Opening): string =>
  `port ${facts.wanted.port} of ${pod === null ? facts.wanted.name : `pod ${pod}`}`;

const other = { http: "HTTPS", https: "HTTP" } as const;

function ofPod(opening: Opening, message: string): Said {
  const where = place(opening);
  if (/refused/i.test(message))
    return {
      detail: `Nothing listens on ${where}: the connection was refused.`,
      remedies: [
        "If the app is still starting, wait: its log says when it listens.",
        "Look for the port it really listens on, and open that one.",
        "An app that listens on the pod's address only, and not on localhost, cannot be reached this way.",
      ],
    };
  return {
    detail: `The cluster could not connect to ${where}: ${message}`,
    remedies: ["Look at the pod's state and events.", "kubectl port-forward says the same."],
  };
}

/** Source: Node.js, llhttp errors (HPE_*) and TLS errors (EPROTO, ERR_SSL_*). */
function ofProtocol(opening: Opening, code: string): Said | null {
  const { scheme } = opening.facts.wanted;
  if (code.startsWith("HPE_HEADER_OVERFLOW"))
    return {
      detail: `The answer from ${place(opening)} has more than 64 KiB of headers.`,
      remedies: ["Clear this app's cookies in the browser."],
    };
  if (!/^(HPE_|EPROTO|ERR_SSL|ERR_TLS)/.test(code)) return null;
  return {
    detail: `What answers on ${place(opening)} does not speak ${scheme.toUpperCase()}.`,
    remedies: [
      `Open it again as ${other[scheme]}.`,
      "Databases and queues are not pages: use the kubectl port-forward line of the dialog.",
    ],
  };
}

function said(opening: Opening, error: Error): Said {
  if (error instanceof DialFailed) return error.problem;
  if (error instanceof ForwardRefused) return ofPod(opening, error.message);
  const { code = "" } = error as NodeJS.ErrnoException;
  const where = place(opening);
  if (code === "ETIMEDOUT")
    return {
      detail: `The app on ${where} took the request and has not answered for a minute.`,
      remedies: ["Look at its log: it may be waiting for something, such as its database."],
    };
  if (BROKEN_OFF.includes(code))
    return {
      detail: `The app on ${where} closed the connection without an answer.`,
      remedies: [
        `If the port speaks ${other[opening.facts.wanted.scheme]}, open it again as that.`,
        "If its pod was just replaced, wait: the next one answers.",
      ],
    };
  return (
    ofProtocol(opening, code) ?? {
      detail: `The way to ${where} broke off (${code || error.message}).`,
      remedies: ["Wait a moment.", "Look at the pod's state and events."],
    }
  );
}

/** Why there is no answer from the app, with what to do, as a page that tries again. */
export function explainFailure(opening: Opening, error: Error): Notice {
  const { detail, remedies } = said(opening, error);
  return {
    httpStatus: error instanceof DialFailed ? 503 : 502,
    title: openNotices.failed(opening.facts.wanted.name),
    body: detail,
    remedies,
    retrySeconds: RETRY_SECONDS,
    panel: opening.facts.panelOrigin,
  };
}
