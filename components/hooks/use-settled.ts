"use client";
import { useEffect, useState } from "react";

/** The value once it has stayed the same for a while; null until then, and never an earlier one. */
export function useSettled<T>(value: T, quietMs: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return settled === value ? settled : null;
}
