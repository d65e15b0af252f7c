import { createHash } from "node:crypto";
import { openNotices } from "@/lib/i18n/en/open-service";

/** What is said in place of an app. */
export interface Notice {
  readonly httpStatus: number;
  readonly title: string;
  readonly body: string;
  readonly remedies: readonly string[];
  /** The page asks again by itself after this long; null: not. */
  readonly retrySeconds: number | null;
  /** A link back to the panel; null where it is not known. */
  readonly panel: string | null;
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;padding:12vh 24px;font:15px/1.55 system-ui,sans-serif;background:#f6f6f7;color:#17171a}
main{max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #dfdfe3;border-radius:10px}
h1{margin:0 0 8px;font-size:20px;line-height:26px;font-weight:600;overflow-wrap:anywhere}
p,li{margin:0 0 8px;overflow-wrap:anywhere}h2{margin:16px 0 4px;font-size:13px;font-weight:600}
ul{margin:0;padding-left:20px}a{color:#5b3fd6}.quiet{color:#63636b;font-size:13px}
@media(prefers-color-scheme:dark){body{background:#101013;color:#ededf0}main{background:#17171b;border-color:#2c2c33}a{color:#b3a4ff}.quiet{color:#a0a0aa}}`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

/** No script, no picture, no frame, and no right to anything of the origin it is shown under. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** The headers of the page. */
export const noticeHeaders = ({ retrySeconds }: Notice): Readonly<Record<string, string>> => ({
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  ...(retrySeconds === null ? {} : { Refresh: String(retrySeconds) }),
});

/** The page as text; whatever is in it that a cluster said stays text. */
export function noticePage(notice: Notice): string {
  const { title, body, remedies, retrySeconds, panel } = notice;
  const items = remedies.map((remedy) => `<li>${escape(remedy)}</li>`).join("");
  const retry =
    retrySeconds === null
      ? ""
      : `<p class="quiet" role="status">${escape(openNotices.retry(retrySeconds))}</p>`;
  const back =
    panel === null ? "" : `<p><a href="${escape(panel)}">${escape(openNotices.back)}</a></p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1><p>${escape(body)}</p><h2>${escape(openNotices.remedies)}</h2><ul>${items}</ul>${retry}${back}</main></body></html>`;
}
