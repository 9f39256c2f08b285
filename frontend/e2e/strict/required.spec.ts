import { type Browser, expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { atTheDoor, codeOf, expectInside, givePassword, setUpPhone, signOut } from "../factors";
import {
  ADMINISTRATOR,
  AUDITOR,
  CLERK,
  DEPUTY_SECRETARY,
  type Language,
  type Officer,
  PASSWORD,
} from "../office";
import { newCorner } from "../organisation";
import { test } from "../test";

const STRICT = process.env.DAFTAR_STRICT_URL ?? "";

/** An officer before the page that sets up his second factor. */
async function atEnrolment(
  browser: Browser,
  persona: string,
  why: string,
  language: Language,
): Promise<Officer> {
  const officer = await atTheDoor(browser, language, STRICT);
  const { page, say } = officer;
  await givePassword(officer, persona);
  await expect(page.getByRole("heading", { name: say("factor.enrol"), exact: true })).toBeVisible();
  await expect(page.getByText(say(why))).toBeVisible();
  return officer;
}

const CASES: [string, string, Language][] = [
  [AUDITOR, "factor.why.auditor", "ur"],
  [DEPUTY_SECRETARY, "factor.why.authenticates_orders", "ur"],
];

for (const [persona, why, language] of CASES) {
  test(`whose post weighs sets up a second factor before the office opens (${persona})`, async ({
    browser,
  }) => {
    const officer = await atEnrolment(browser, persona, why, language);
    const { page, say } = officer;
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

test("who is given a post that weighs while he works sets up a second factor over the open page", async ({
  browser,
  request,
}) => {
  const administrator = await atEnrolment(browser, ADMINISTRATOR, "factor.why.administrator", "en");
  const { codes } = await setUpPhone(
    administrator.page,
    administrator.say,
    administrator.say("factor.enrol.in"),
  );
  await expectInside(administrator.page);

  const corner = await newCorner(request, codes[0]);
  const unit = await corner.newUnit("Weights");
  const light = await corner.newPost(unit, "Clerk", { grade: 11 });
  const heavy = await corner.newPost(unit, "Secretary", { grade: 20 });
  const { id, userName } = await corner.newPerson("Given", [light]);
  const officer = await atTheDoor(browser, "en", STRICT);
  const { page, say } = officer;
  await givePassword(officer, userName);
  await expectInside(page);
  await page.goto("/account");
  const typed = page.getByLabel(say("session.currentPassword"), { exact: true });
  await typed.fill("typed before");
  const charge = { person_id: id, kind: "additional" };
  await corner.administrator.send(`/posts/${heavy.id}/charges`, charge, heavy.version);

  await page.getByRole("button", { name: say("account.everywhere"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("account.everywhere"), exact: true })
    .click();
  const dialog = page.getByRole("alertdialog", { name: say("ended.title"), exact: true });
  await dialog.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(dialog.getByText(say("factor.why.authenticates_orders"))).toBeVisible();
  await expectNoViolation(page, "enrolment over a page");
  await setUpPhone(page, say, say("factor.enrol.in"));
  await expect(dialog).toBeHidden();
  await expect(typed).toHaveValue("typed before");
});
