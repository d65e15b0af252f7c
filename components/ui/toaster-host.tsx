"use client";
import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { onFirstToast, toastWanted } from "./toast";

const Toaster = dynamic(() => import("./toaster").then((part) => part.Toaster), { ssr: false });

/** Brings the toasts' code in when the first one is shown. */
export function ToasterHost() {
  const wanted = useSyncExternalStore(onFirstToast, toastWanted, () => false);
  return wanted ? <Toaster /> : null;
}
