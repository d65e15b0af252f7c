interface ToastText {
  readonly title: string;
  readonly body?: string;
  /** One way on: "Open", "Watch", "Why". */
  readonly link?: { readonly label: string; readonly act: () => void };
  /** Same id: replaces what is shown, such as "Draining" by "Drained". */
  readonly id?: string;
}

type ToastKind = "success" | "warning" | "error" | "loading";

/** The result of what somebody started. Failures and running things stay; the rest goes after 6 s. */
export const toast = {
  done: (text: ToastText) => show("success", text),
  warn: (text: ToastText) => show("warning", text),
  failed: (text: ToastText) => show("error", text),
  running: (text: ToastText) => show("loading", text),
};

let wanted = false;
const listeners = new Set<() => void>();

/** Whether a toast was ever shown on this page. */
export const toastWanted = (): boolean => wanted;

/** Calls back once the first toast is on its way; answers with how to stop. */
export function onFirstToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function show(kind: ToastKind, text: ToastText): void {
  const { title, body, link, id } = text;
  wanted = true;
  listeners.forEach((listener) => listener());
  void import("sonner").then(({ toast: sonner }) =>
    sonner[kind](title, {
      ...(id === undefined ? {} : { id }),
      ...(body === undefined ? {} : { description: body }),
      ...(link ? { action: { label: link.label, onClick: link.act } } : {}),
      ...(kind === "error" || kind === "loading" ? { duration: Infinity } : {}),
    }),
  );
}
