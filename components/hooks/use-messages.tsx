"use client";
import { createContext, useContext, type ReactNode } from "react";
import { DEFAULT_LOCALE, messagesFor, type Locale, type Messages } from "@/lib/i18n/catalogue";

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE);

/** Chooses the language of everything below it. */
export function LocaleProvider(props: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={props.locale}>{props.children}</LocaleContext>;
}

/** The locale for Intl formatters. */
export const useLocale = (): Locale => useContext(LocaleContext);

/** All texts in the viewer's language: `const m = useMessages(); m.ui.close`. */
export const useMessages = (): Messages => messagesFor(useLocale());
