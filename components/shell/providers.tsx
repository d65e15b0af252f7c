"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { LocaleProvider } from "@/components/hooks/locale";
import { isApiProblem } from "@/components/hooks/api-problem";
import { ToasterHost } from "@/components/ui/toaster-host";
import type { Locale } from "@/lib/i18n/locale";

const MOST_RETRIES = 2;

/** A failure the panel explained is not asked again; a lost connection is, twice. */
const retry = (failures: number, error: unknown) => !isApiProblem(error) && failures < MOST_RETRIES;

/** What every page stands on: texts, cached answers, toasts. */
export function Providers(props: { locale: Locale; children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true } },
      }),
  );
  return (
    <LocaleProvider locale={props.locale}>
      <QueryClientProvider client={client}>
        {props.children}
        <ToasterHost />
      </QueryClientProvider>
    </LocaleProvider>
  );
}
