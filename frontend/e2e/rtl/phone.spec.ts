import { expect, type Page } from "@playwright/test";
import { AUDITOR, CLERK, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor, send } from "../steps";
import { test } from "../test";

/** On a phone nothing is cut off at the side, in either direction. */
async function expectNoSideScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}

for (const language of LANGUAGES) {
  test(`an officer works on a phone (${language})`, async ({ browser }) => {
    const clerk = await signIn(browser, CLERK, language);
    await clerk.page.goto("/registry");
    await expect(clerk.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSideScroll(clerk.page);
    const receipt = await diarise(clerk, subjectOf("On a phone"));
    await expectNoSideScroll(clerk.page);

    const officer = await signIn(browser, SECTION_OFFICER, language);
    const { page, say } = officer;
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ur" ? "rtl" : "ltr");
    await expectNoSideScroll(page);
    await openFileFor(officer, receipt);
    await expectNoSideScroll(page);
    await page.getByRole("button", { name: say("file.papers"), exact: true }).click();
    await expect(page.locator(".pdfViewer .page").first()).toBeVisible();
    await expectNoSideScroll(page);
    await page.getByRole("button", { name: say("file.movement"), exact: true }).click();
    await expect(page.getByText(say("paper.movement.now"), { exact: true })).toBeVisible();
    await page.getByRole("button", { name: say("file.notes"), exact: true }).click();
    await page.getByRole("button", { name: say("note.send_only"), exact: true }).click();
    await send(officer, "note.send");
    await expectNoSideScroll(page);
  });

  test(`an auditor works on a phone (${language})`, async ({ browser }) => {
    const { page, say } = await signIn(browser, AUDITOR, language);
    await page.goto("/ledger?kind=file_opened");
    await page
      .getByRole("button", { name: say("ledger.more"), exact: true })
      .first()
      .click();
    await page.getByText(say("ledger.body"), { exact: true }).click();
    await page.getByRole("button", { name: say("ledger.prove"), exact: true }).click();
    await expect(page.getByText(say("ledger.proof.proven"))).toBeVisible();
    await expectNoSideScroll(page);
    await page.getByRole("link", { name: say("ledger.state"), exact: true }).click();
    await expect(page.getByText(say("ledger.history.unseen")).first()).toBeVisible();
    await expectNoSideScroll(page);
  });
}
