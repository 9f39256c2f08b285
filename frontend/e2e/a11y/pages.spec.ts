import { expect, test } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { ADMINISTRATOR, AUDITOR, CLERK, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor } from "../steps";

for (const language of LANGUAGES) {
  test(`no page has a barrier (${language})`, async ({ browser }) => {
    const clerk = await signIn(browser, CLERK, language);
    for (const place of ["/registry", "/registry/new", "/account"]) {
      await clerk.page.goto(place);
      await expectNoViolation(clerk.page, place);
    }
    const receipt = await diarise(clerk, subjectOf("No barrier"));

    const officer = await signIn(browser, SECTION_OFFICER, language);
    await expectNoViolation(officer.page, "desk");
    await officer.page.goto(receipt);
    await expectNoViolation(officer.page, "receipt");
    const file = await openFileFor(officer, receipt);
    await expectNoViolation(officer.page, "file");
    await officer.page.getByRole("button", { name: officer.say("note.write"), exact: true }).click();
    await officer.page.getByRole("textbox", { name: officer.say("note.editor.label") }).click();
    await expectNoViolation(officer.page, "compose");
    await officer.page.goto(`${file}?tab=movement`);
    await expectNoViolation(officer.page, "movement");
    for (const place of ["/files", "/files?open=true"]) {
      await officer.page.goto(place);
      await expectNoViolation(officer.page, place);
    }

    const administrator = await signIn(browser, ADMINISTRATOR, language);
    for (const place of ["/organisation", "/organisation/persons", "/organisation/import"]) {
      await administrator.page.goto(place);
      await expectNoViolation(administrator.page, place);
    }
    const auditor = await signIn(browser, AUDITOR, language);
    await auditor.page.goto("/ledger");
    await expectNoViolation(auditor.page, "/ledger");
  });
}

for (const language of LANGUAGES) {
  test(`signing in has no barrier (${language})`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem("daftar.language", chosen), language);
    await page.goto("/sign-in");
    await expect(page.getByRole("button").first()).toBeVisible();
    await expectNoViolation(page, "/sign-in");
  });
}
