"use client";
import { messagesFor, type Messages } from "@/lib/i18n/catalogue";
import { useLocale } from "./locale";

/** All texts in the viewer's language, for pages: `const m = useMessages(); m.hosts.title`. */
export const useMessages = (): Messages => messagesFor(useLocale());
