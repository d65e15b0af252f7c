/** The row of tabs: a line below, sideways scroll on a phone. */
export const tabListLook =
  "mb-4 flex gap-5 border-b border-line text-sm max-sm:overflow-x-auto max-sm:[scrollbar-width:none]";

/** One tab: the chosen one is underlined in the accent. */
export const tabLook = [
  "-mb-px shrink-0 border-b-2 border-transparent px-px pb-[9px] whitespace-nowrap text-muted no-underline max-sm:pb-3",
  "transition-colors duration-(--quick) hover:text-text",
  "data-[state=active]:border-accent-solid data-[state=active]:font-[560] data-[state=active]:text-text",
  "aria-[current=page]:border-accent-solid aria-[current=page]:font-[560] aria-[current=page]:text-text",
].join(" ");
