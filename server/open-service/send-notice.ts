import type { ServerResponse } from "node:http";
import { type Notice, noticeHeaders, noticePage } from "./notice-page";

/** Says something in place of the app, unless the app has begun to speak. */
export function sendNotice(response: ServerResponse, notice: Notice): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(notice.httpStatus, {
    ...noticeHeaders(notice),
    Connection: "close", // what is left of the request's body is not waited for
  });
  response.end(noticePage(notice));
}
