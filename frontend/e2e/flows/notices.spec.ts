import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { atTheDoor, expectInside, givePassword, newOfficer } from "../factors";
import { LANGUAGES } from "../office";
import { test } from "../test";

for (const language of LANGUAGES) {
  test(`what happened to an account is told until its owner knows it (${language})`, async ({
    browser,
    request,
  }) => {
    const { userName } = await newOfficer(request);
    const officer = await atTheDoor(browser, language);
    const { page, say } = officer;
    await givePassword(officer, userName);
    await expectInside(page);
    const notices = page.getByRole("region", { name: say("notice.title"), exact: true });
    await expect(notices).toContainText(say("notice.set_up_link_issued"));
    await expect(notices).toContainText(say("notice.set_up_link_used"));
    await expectNoViolation(page, "notices");
    await page.goto("/files");
    await notices.getByRole("button", { name: say("notice.denied"), exact: true }).click();
    await expect(notices).toContainText(say("notice.call"));
    await expectNoViolation(page, "what to do");
    await notices.getByRole("link", { name: say("notice.toFactors"), exact: true }).click();
    await expect(page.getByRole("region", { name: say("factor.title"), exact: true })).toBeInViewport();
    await notices.getByRole("button", { name: say("notice.known"), exact: true }).click();
    await expect(notices).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notices).toHaveCount(0);
  });
}

test("whoever did not do it ends every session", async ({ browser, request }) => {
  const { userName } = await newOfficer(request);
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await givePassword(officer, userName);
  await expectInside(page);
  await page.getByRole("button", { name: say("notice.denied"), exact: true }).click();
  await page.getByRole("button", { name: say("account.everywhere"), exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
});
