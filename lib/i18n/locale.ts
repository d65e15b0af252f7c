/** Languages of the panel. */
export const LOCALES = ["en"] as const;
export type Locale = (typeof LOCALES)[number];

/** What one sees without having chosen. */
export const DEFAULT_LOCALE: Locale = "en";
