import { expect, type Locator, type Page } from "@playwright/test";
import { CLERK, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { diarise, openFileFor } from "../steps";
import { test } from "../test";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];
const PHONE = { width: 390, height: 844 };

const WORDS = { en: "The proposal was examined.", ur: "تجویز کا جائزہ لیا گیا۔" };

async function boxOf(one: Locator): Promise<{ top: number; bottom: number }> {
  const box = await one.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { top: box.y, bottom: box.y + box.height };
}

/** Where the caret stands on the screen. */
function caretOf(page: Page): Promise<{ top: number; bottom: number }> {
  return page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    // Of an empty paragraph the range has no place, but the paragraph has.
    const empty = range?.getClientRects().length === 0 && range.startContainer;
    const box = empty instanceof Element ? empty.getBoundingClientRect() : range?.getBoundingClientRect();
    return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 };
  });
}

for (const language of LANGUAGES) {
  for (const size of SIZES) {
    test(`the line that is written stays in sight (${language}, ${size.width})`, async ({
      browser,
      request,
    }, info) => {
      const made = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("A long note"));
      const { page, say } = await signIn(browser, SECTION_OFFICER, language);
      await page.setViewportSize(size);
      await page.goto(`/files/${made.id}`);
      await page.getByRole("button", { name: say("note.write"), exact: true }).click();
      const text = page.getByRole("textbox", { name: say("note.editor.label") });
      await text.click();
      const foot = page.locator("[data-foot]");
      const bar = page.getByRole("toolbar", { name: say("note.editor.toolbar") });
      // The page follows a key a moment later.
      const inSight = () =>
        expect(async () => {
          const caret = await caretOf(page);
          expect(caret.bottom).toBeLessThanOrEqual((await boxOf(foot)).top);
          expect(caret.top).toBeGreaterThanOrEqual((await boxOf(bar)).bottom);
        }).toPass({ timeout: 3000 });
      for (let line = 1; line <= 22; line += 1) {
        await page.keyboard.insertText(`${line} ${WORDS[language]}`);
        await page.keyboard.press("Enter");
        if (line % 6 === 0) await inSight();
      }
      await page.keyboard.type(WORDS[language]);
      await inSight();
      // The bar with the buttons is whole, above the navigation of the phone.
      const navigation = page.getByRole("navigation", { name: say("shell.nav") }).last();
      const end = size.width < 640 ? (await boxOf(navigation)).top : size.height;
      expect((await boxOf(foot)).bottom).toBeLessThanOrEqual(end + 1);
      expect((await boxOf(bar)).top).toBeGreaterThanOrEqual(0);
      await page.screenshot({ path: info.outputPath(`long-note-${language}-${size.width}.png`) });
      // And on the way back up the bar above hides nothing, at the speed of a hand.
      for (let line = 0; line < 22; line += 1) await page.keyboard.press("ArrowUp", { delay: 25 });
      await inSight();
    });
  }
}

for (const opened of [false, true]) {
  test(`on a phone a flagged page stands in the note (${opened ? "opened before" : "not opened"})`, async ({
    browser,
  }) => {
    const clerk = await signIn(browser, CLERK, "en");
    const receipt = await diarise(clerk, subjectOf("Flagged on a phone"));
    const officer = await signIn(browser, SECTION_OFFICER, "en");
    const { page, say } = officer;
    const file = await openFileFor(officer, receipt);
    await page.setViewportSize(PHONE);
    await page.goto(file);
    const text = page.getByRole("textbox", { name: say("note.editor.label") });
    if (opened) {
      await page.getByRole("button", { name: say("note.write"), exact: true }).click();
      await expect(text).toBeVisible();
    }
    await page.getByRole("button", { name: say("file.papers"), exact: true }).click();
    await page.getByRole("button", { name: say("file.papers.cite", { page: 1 }), exact: true }).click();
    await expect(text).toHaveText(/p\. 1\/C/);
    await expect(text).toBeFocused();
    await page.keyboard.type("as seen.");
    await expect(text).toHaveText(/p\. 1\/C as seen\.$/);
    await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
    await page.reload();
    await expect(text).toHaveText(/p\. 1\/C as seen\.$/);
  });
}
