import { clsx } from "clsx";

/**
 * Joins class names. A part's look is its own: the `className` one passes in is for its place on the
 * page (margin, width, grid), so classes never have to fight and no merge is needed.
 */
export const cx = clsx;
