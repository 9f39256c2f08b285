import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { ADMINISTRATOR, LANGUAGES, type Officer, SECTION_OFFICER, signIn } from "../office";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({
    path: fileURLToPath(new URL(`../../../docs/images/${name}.png`, import.meta.url)),
  });
}

/** Opens the first file that waits on the desk. */
async function openFirstFile({ page }: Officer): Promise<void> {
  await page.goto("/?kind=file");
  await page.locator('a[href^="/files/"]').first().click();
  await expect(page.locator("article").first()).toBeVisible();
}

for (const language of LANGUAGES) {
  test(`the office in pictures (${language})`, async ({ browser }) => {
    const officer = await signIn(browser, SECTION_OFFICER, language);
    const { page, say } = officer;
    await expect(page.locator('a[href^="/files/"]').first()).toBeVisible();
    await shoot(page, `desk-${language}`);
    await openFirstFile(officer);
    await expect(page.locator("canvas").first()).toBeVisible();
    await shoot(page, `file-${language}`);
    await page.getByRole("button", { name: say("note.write"), exact: true }).click();
    await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toBeVisible();
    await shoot(page, `compose-${language}`);

    await page.setViewportSize(PHONE);
    await page.goto("/");
    await expect(page.locator('a[href^="/files/"]').first()).toBeVisible();
    await shoot(page, `phone-desk-${language}`);
    await openFirstFile(officer);
    await shoot(page, `phone-file-${language}`);

    const administrator = await signIn(browser, ADMINISTRATOR, language);
    await administrator.page.goto("/organisation");
    await expect(administrator.page.getByRole("heading", { level: 1 })).toBeVisible();
    await shoot(administrator.page, `organisation-${language}`);
  });
}
