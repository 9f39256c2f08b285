import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { ADMINISTRATOR, AUDITOR, CLERK, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor } from "../steps";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing that axe finds, once the page has come to rest. */
async function expectNoViolation(page: Page, where: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}

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
