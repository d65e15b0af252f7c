"use client";
import { createContext, useContext, type ReactNode } from "react";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locale";

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE);

/** Chooses the language of everything below it. */
export function LocaleProvider(props: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={props.locale}>{props.children}</LocaleContext>;
}

/** The locale for texts and Intl formatters. */
export const useLocale = (): Locale => useContext(LocaleContext);
