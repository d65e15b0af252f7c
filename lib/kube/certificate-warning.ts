/** From here on an end of a certificate is a warning: time for a calm restart. */
export const WARN_DAYS = 30;
