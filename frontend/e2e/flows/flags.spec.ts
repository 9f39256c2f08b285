import { expect } from "@playwright/test";
import { LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { send, write } from "../steps";
import { test } from "../test";

const TEXTS = {
  en: { words: "the rules in force", law: "Rule 7, Rules of Business 2011", flag: "A" },
  ur: { words: "نافذ قواعد کے مطابق", law: "قاعدہ 7، قواعد کار حکومت 2011", flag: "الف" },
};

for (const language of LANGUAGES) {
  test(`flags lead from a note to another file and name a rule (${language})`, async ({
    browser,
    request,
  }) => {
    const officer = await restOfficer(request, SECTION_OFFICER);
    const earlier = await newFile(officer, subjectOf("Earlier case"));
    const file = await newFile(officer, subjectOf("Flags"));
    const number = earlier.number ?? "";
    const { words, law, flag } = TEXTS[language];
    const reader = await signIn(browser, SECTION_OFFICER, language);
    const { page, say } = reader;
    await page.goto(`/files/${file.id}`);
    await write(reader, [words]);
    const text = page.getByRole("textbox", { name: say("note.editor.label") });
    const cite = page.getByRole("button", { name: say("note.editor.cite"), exact: true });
    const dialog = page.getByRole("dialog", { name: say("note.cite.title"), exact: true });
    const kind = dialog.getByLabel(say("note.cite.kind"));

    // The words that are marked become the link; a rule needs its name.
    await text.press("Control+a");
    await cite.click();
    await kind.selectOption("rule");
    await dialog.getByLabel(say("note.cite.flag")).fill(flag);
    const link = dialog.getByRole("button", { name: say("note.cite.link"), exact: true });
    await link.click();
    await expect(dialog.getByLabel(say("note.cite.rule_label"))).toHaveAccessibleDescription(
      say("note.cite.rule_missing"),
    );
    await expect(dialog.getByLabel(say("note.cite.flag"))).toHaveValue(flag);
    await dialog.getByLabel(say("note.cite.rule_label")).fill(law);
    await link.click();
    await expect(dialog).toBeHidden();

    // Without marked words the number of the file is written.
    await text.press("Control+End");
    await page.keyboard.type(" / ");
    await cite.click();
    await kind.selectOption("file");
    const insert = dialog.getByRole("button", { name: say("note.cite.insert"), exact: true });
    await insert.click();
    const choice = dialog.getByRole("combobox", { name: say("note.cite.file_label"), exact: true });
    await expect(choice).toHaveAccessibleDescription(say("note.cite.file_missing"));
    await choice.fill(number);
    await page.getByRole("option").filter({ hasText: number }).click();
    await insert.click();
    await expect(text).toContainText(number);
    await send(reader, "note.submit_only");

    const note = page.getByRole("article");
    await expect(note).toContainText(words);
    await expect(note).toContainText(flag);
    await expect(note).toContainText(law);
    await note.getByRole("link", { name: number }).click();
    await expect(page).toHaveURL(new RegExp(`/files/${earlier.id}`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
    await page.goBack();
    await expect(note.getByRole("link", { name: number })).toBeVisible();
  });
}
