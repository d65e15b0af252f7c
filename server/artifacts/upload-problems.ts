import type { Problem } from "@/lib/core/problem";

/** Names, sizes or parts that make no bundle; what is wrong stands at each file. */
export function unfit(problems: Readonly<Record<string, string>>): Problem {
  const [first = ""] = Object.values(problems);
  return {
    code: "input.invalid",
    detail: first,
    remedies: ["Choose files as they are named on the k3s release page."],
    fields: { ...problems },
  };
}

/** So that uploads nobody ends cannot pile up. */
export const tooMany = (most: number): Problem => ({
  code: "object.conflict",
  detail: `${most} uploads of bundles are under way already.`,
  remedies: ["Wait until one of them has ended."],
});

/** Cancelled, or forgotten by a restart. */
export const unknownUpload: Problem = {
  code: "object.not-found",
  detail: "The panel does not know this upload: it was cancelled, or the panel was restarted.",
  remedies: ["Choose the files again."],
};

/** The same file a second time. */
export const twice = (name: string): Problem => ({
  code: "object.conflict",
  detail: `${name} is already here, or on its way.`,
  remedies: ["Wait for it, or cancel the upload."],
});
