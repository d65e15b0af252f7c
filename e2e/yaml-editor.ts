import { expect, type Page } from "@playwright/test";

/** Writes the whole text of the page's YAML editor anew, as a paste does. */
export async function typeYaml(page: Page, text: string): Promise<void> {
  const editor = page.getByRole("textbox", { name: "YAML" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  await expect(editor).toContainText(text.trim().split("\n").at(-1)?.trim() ?? "");
}
