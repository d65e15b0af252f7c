"use client";
import { useEffect, useSyncExternalStore } from "react";
import { useSession } from "@/components/hooks/use-session";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { forgetRecent, RECENT_CHANGED, RECENT_KEY } from "./recent-store";

/** An object that somebody looked at. */
export interface RecentObject extends ObjectRef {
  readonly clusterId: string;
}

const MOST = 8;
const NONE: readonly RecentObject[] = [];

let kept: { readonly text: string | null; readonly objects: readonly RecentObject[] } = {
  text: null,
  objects: NONE,
};

/** What this browser keeps of this person; anything else that lies there is nothing. */
function readRecent(userId: string): readonly RecentObject[] {
  const text = localStorage.getItem(RECENT_KEY);
  if (text !== kept.text) kept = { text, objects: parseRecent(text, userId) };
  return kept.objects;
}

function parseRecent(text: string | null, userId: string): readonly RecentObject[] {
  try {
    const stored = JSON.parse(text ?? "null") as {
      userId?: string;
      objects?: RecentObject[];
    } | null;
    return stored?.userId === userId ? (stored.objects ?? NONE) : NONE;
  } catch {
    forgetRecent();
    return NONE;
  }
}

const isSame = (a: RecentObject, b: RecentObject) =>
  a.clusterId === b.clusterId &&
  a.kind === b.kind &&
  a.namespace === b.namespace &&
  a.name === b.name;

/** The objects that this person looked at last, newest first, in this browser. */
export function useRecentObjects(): readonly RecentObject[] {
  const userId = useSession().data?.user?.id ?? "";
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener(RECENT_CHANGED, listener);
      return () => window.removeEventListener(RECENT_CHANGED, listener);
    },
    () => readRecent(userId),
    () => NONE,
  );
}

/** Remembers an object once it was shown. Names only; they are forgotten with the session. */
export function useNoteRecent(clusterId: string, ref: ObjectRef, isShown: boolean): void {
  const userId = useSession().data?.user?.id;
  const { apiVersion, kind, namespace, name } = ref;
  useEffect(() => {
    if (!isShown || userId === undefined) return;
    const object = { clusterId, apiVersion, kind, namespace, name };
    const others = readRecent(userId).filter((each) => !isSame(each, object));
    const objects = [object, ...others].slice(0, MOST);
    localStorage.setItem(RECENT_KEY, JSON.stringify({ userId, objects }));
    window.dispatchEvent(new Event(RECENT_CHANGED));
  }, [isShown, userId, clusterId, apiVersion, kind, namespace, name]);
}
