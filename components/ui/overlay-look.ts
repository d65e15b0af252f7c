/** The dimmed page behind a dialog or a drawer. */
export const scrimLook = "fixed inset-0 z-30 animate-appear bg-scrim";
/** What floats above the page: menus, popovers. */
export const floatLook =
  "z-40 animate-rise rounded-lg border border-line bg-raised text-sm shadow-2 outline-none";
