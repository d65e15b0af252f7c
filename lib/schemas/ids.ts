import { z } from "zod";

/** The panel's own object ids. Source: Prisma's cuid(). */
export const objectId = z.string().regex(/^[a-z0-9]{8,40}$/);

/** Path parameters of routes about one object. */
export const idParams = z.object({ id: objectId });
