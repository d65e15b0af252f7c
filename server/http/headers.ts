/**
 * What the front door (server/http/front.ts) tells the routes behind it. It overwrites whatever a
 * client sent under these names, so routes may believe them.
 */
export const ADDRESS_HEADER = "x-gandalf-address";
export const SECURE_HEADER = "x-gandalf-secure";
export const REQUEST_ID_HEADER = "x-request-id";

/** Whether the request came over https. */
export const isSecure = (headers: Headers): boolean => headers.get(SECURE_HEADER) === "1";
