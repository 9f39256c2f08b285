import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { atTheDoor, codeOf, expectInside, givePassword, setUpPhone, signOut } from "../factors";
import { ADMINISTRATOR, AUDITOR, CLERK, DEPUTY_SECRETARY, type Language } from "../office";
import { test } from "../test";

const STRICT = process.env.DAFTAR_STRICT_URL ?? "";

const CASES: [string, string, Language][] = [
  [ADMINISTRATOR, "factor.why.administrator", "en"],
  [AUDITOR, "factor.why.auditor", "ur"],
  [DEPUTY_SECRETARY, "factor.why.authenticates_orders", "ur"],
];

for (const [persona, why, language] of CASES) {
  test(`whose post weighs sets up a second factor before the office opens (${persona})`, async ({
    browser,
  }) => {
    const officer = await atTheDoor(browser, language, STRICT);
    const { page, say } = officer;
    await givePassword(officer, persona);
    await expect(page.getByRole("heading", { name: say("factor.enrol"), exact: true })).toBeVisible();
    await expect(page.getByText(say(why))).toBeVisible();
    await expectNoViolation(page, "enrolment");
    const { secret } = await setUpPhone(page, say, say("factor.enrol.in"));
    await expectInside(page);
    await signOut(officer);
    await givePassword(officer, persona);
    await page.getByLabel(say("factor.code")).fill(codeOf(secret, 1));
    await expectInside(page);
  });
}

test("no way leads past the enrolment", async ({ browser }) => {
  const officer = await atTheDoor(browser, "en", STRICT);
  const { page, say } = officer;
  await page.goto("/files");
  await givePassword(officer, "secretary.finance");
  await expect(page.getByRole("heading", { name: say("factor.enrol"), exact: true })).toBeVisible();
  await page.goBack();
  await page.goto("/");
  await expect(page).toHaveURL(/sign-in/);
  await givePassword(officer, "secretary.finance");
  await page.getByRole("button", { name: say("factor.step.again"), exact: true }).click();
  await expect(page.getByLabel(say("session.userName"))).toBeVisible();
});

test("whose post does not weigh comes in with the password", async ({ browser }) => {
  const officer = await atTheDoor(browser, "en", STRICT);
  await givePassword(officer, CLERK);
  await expectInside(officer.page);
});
