import { openNotices } from "@/lib/i18n/en/open-service";
import { noticeHeaders, noticePage } from "@/server/open-service/notice-page";

const gone = { ...openNotices.nothing, httpStatus: 404, retrySeconds: null, panel: "/" };

/** The page for whoever asks for an app that is not open, or not to them. */
export const openingGoneResponse = (): Response =>
  new Response(noticePage(gone), { status: gone.httpStatus, headers: noticeHeaders(gone) });
