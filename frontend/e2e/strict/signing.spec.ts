import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { atTheDoor, expectInside, givePassword, setUpPhone } from "../factors";
import { LANGUAGES, SECTION_OFFICER, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { sign, signing, write } from "../steps";
import { test } from "../test";

const STRICT = process.env.DAFTAR_STRICT_URL ?? "";

for (const language of LANGUAGES) {
  test(`whoever has nothing to sign with is told what to do, and nothing is lost (${language})`, async ({
    browser,
    request,
  }) => {
    const file = await newFile(
      await restOfficer(request, SECTION_OFFICER),
      subjectOf("Nothing to sign with"),
    );
    const officer = await atTheDoor(browser, language, STRICT);
    const { page, say } = officer;
    await givePassword(officer, SECTION_OFFICER);
    await expectInside(page);
    await page.goto(`/files/${file.id}`);
    await write(officer, ["Kept until then."]);
    const submit = page.getByRole("button", { name: say("note.submit_only"), exact: true });
    await submit.click();
    const dialog = signing(officer, "note");
    await expect(dialog.getByRole("alert")).toContainText(say("sign.needed.factor"));
    await expectNoViolation(page, "nothing to sign with");
    await dialog.getByRole("link", { name: say("sign.toAccount"), exact: true }).click();
    await expect(page).toHaveURL(/\/account#factors$/);
    if (language === "ur") return;

    await page.getByRole("button", { name: say("factor.totp.setUp"), exact: true }).click();
    await setUpPhone(page, say, say("factor.done"));
    await page.goto(`/files/${file.id}`);
    await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText(
      "Kept until then.",
    );
    await submit.click();
    // Set up a moment ago, which is a proof: nothing more is asked.
    await sign(officer, "note");
    await expect(page.getByRole("article")).toContainText(say("signature.key.totp"));
  });
}
