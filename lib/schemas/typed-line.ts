/** What may be typed for somebody: one line of printable ASCII. No Enter, no Tab, nothing that a terminal obeys. */
export const TYPED = /^[ -~]{0,400}$/;
