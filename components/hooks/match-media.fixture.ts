/** jsdom has no media queries: answers all of them with one value. For tests. */
export function stubMatchMedia(matches: boolean): void {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    });
}
