/** Source: Prisma error reference, P2002 "Unique constraint failed". */
const UNIQUE_VIOLATION = "P2002";

/** Whether a write was refused because its key is taken: how two writers find out who was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === UNIQUE_VIOLATION;
