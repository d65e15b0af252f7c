/** Anything one types in: at least 3:1 against its ground, problem and focus drawn outside. */
export const controlLook = [
  "w-full min-w-0 rounded-md border border-line-control bg-surface text-sm text-text",
  "transition-[border-color] duration-(--quick) focus-visible:outline-2 focus-visible:outline-offset-1",
  "aria-invalid:border-danger-solid aria-invalid:ring-1 aria-invalid:ring-danger-solid",
  "disabled:border-line-strong disabled:bg-sunken disabled:text-subtle [&[readonly]]:bg-sunken",
];
