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

function show(kind: ToastKind, text: ToastText): void {
  const { title, body, link, id } = text;
  void import("sonner").then(({ toast: sonner }) =>
    sonner[kind](title, {
      ...(id === undefined ? {} : { id }),
      ...(body === undefined ? {} : { description: body }),
      ...(link ? { action: { label: link.label, onClick: link.act } } : {}),
      ...(kind === "error" || kind === "loading" ? { duration: Infinity } : {}),
    }),
  );
}
