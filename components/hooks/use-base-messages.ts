"use client";
import { baseMessagesFor, type BaseMessages } from "@/lib/i18n/base";
import { useLocale } from "./locale";

/** The texts of the frame, the parts and the sign-in pages, without those of the areas. */
export const useBaseMessages = (): BaseMessages => baseMessagesFor(useLocale());
