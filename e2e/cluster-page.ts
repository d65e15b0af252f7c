import type { Page } from "@playwright/test";
import type { ObjectRef } from "@/lib/schemas/kube-object";

/** A page about one object: "objects", "rollout", "edit". */
export const objectPath = (page: "objects" | "rollout" | "edit", ref: ObjectRef): string =>
  `${page}?${new URLSearchParams({ ...ref })}`;

/** What the panel says at the corner of the page after a change. */
export const toast = (page: Page, text: string) => page.getByRole("listitem").getByText(text);

/** Chooses from the menu of an object's row or page. */
export async function chooseAction(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}
