import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  atTheDoor,
  codeOf,
  enrolElsewhere,
  expectInside,
  givePassword,
  newOfficer,
  setUpPhone,
  signOut,
} from "../factors";
import { LANGUAGES, type Officer, PASSWORD } from "../office";
import { expectSaid } from "../organisation";
import { test } from "../test";

const phone = ({ page, say }: Officer) =>
  page.getByRole("region", { name: say("factor.title"), exact: true });

for (const language of LANGUAGES) {
  test(`a phone is set up, and each of its codes lets in once (${language})`, async ({
    browser,
    request,
  }) => {
    const { userName } = await newOfficer(request);
    const officer = await atTheDoor(browser, language);
    const { page, say } = officer;
    await givePassword(officer, userName);
    await expectInside(page);
    await page.goto("/account");
    await page.getByRole("button", { name: say("factor.totp.setUp"), exact: true }).click();
    const { secret, codes } = await setUpPhone(page, say, say("factor.done"));
    await expect(phone(officer)).toContainText(say("factor.totp.on"));
    await expectNoViolation(page, "account with a phone");
    await signOut(officer);

    await givePassword(officer, userName);
    await expect(page.getByRole("heading", { name: say("factor.step"), exact: true })).toBeVisible();
    await expectNoViolation(page, "second factor");
    const field = page.getByLabel(say("factor.code"));
    await expect(field).toBeFocused();
    await page.keyboard.type("000000");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue("000000");
    // The six digits are marked: the next ones take their place, and go by themselves.
    const code = codeOf(secret, 1);
    await page.keyboard.type(language === "ur" ? inUrdu(code) : code);
    await expectInside(page);
    await signOut(officer);

    await givePassword(officer, userName);
    await page.getByLabel(say("factor.code")).fill(code);
    await expect(page.getByLabel(say("factor.code"))).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: say("factor.way.recovery"), exact: true }).click();
    const paper = page.getByLabel(say("factor.recovery"));
    await paper.fill("aaaa-bbbb-cccc-dddd");
    await page.keyboard.press("Enter");
    await expect(paper).toHaveAttribute("aria-invalid", "true");
    await expectNoViolation(page, "a recovery code that is wrong");
    await paper.fill(codes[0] ?? "");
    await page.keyboard.press("Enter");
    await expectInside(page);
    await page.goto("/account");
    await expect(phone(officer)).toContainText(say("factor.codes.left", { count: 9 }));
  });
}

test("a page behind the door is opened after the second factor", async ({ browser, request }) => {
  const { userName } = await newOfficer(request);
  const { secret } = await enrolElsewhere(request, userName);
  const officer = await atTheDoor(browser);
  await officer.page.goto("/files?query=water");
  await givePassword(officer, userName);
  await officer.page.getByLabel(officer.say("factor.code")).fill(codeOf(secret, 1));
  await expect(officer.page).toHaveURL(/\/files\?query=water/);
});

test("what needs a fresh proof asks for it over the page, and goes on", async ({ browser, request }) => {
  const { userName } = await newOfficer(request);
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await givePassword(officer, userName);
  await expectInside(page);
  // A phone that was set up in another session: this one has proved nothing but the password.
  const { secret } = await enrolElsewhere(request, userName);
  await page.goto("/account");
  const renew = page.getByRole("button", { name: say("factor.codes.renew"), exact: true });
  const goAhead = async () => {
    await renew.click();
    const sure = page.getByRole("alertdialog", { name: say("factor.codes.renew.ask"), exact: true });
    await sure.getByRole("button", { name: say("factor.codes.renew"), exact: true }).click();
  };
  const dialog = page.getByRole("dialog", { name: say("factor.proof.title"), exact: true });
  await goAhead();
  await expect(dialog).toBeVisible();
  await expectNoViolation(page, "proof");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("list", { name: say("factor.codes.title") })).toHaveCount(0);
  await goAhead();
  await dialog.getByLabel(say("factor.code")).fill("000000");
  await expect(dialog.getByLabel(say("factor.code"))).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel(say("factor.code")).fill(codeOf(secret, 1));
  await expect(dialog).toBeHidden();
  const list = page.getByRole("list", { name: say("factor.codes.title") });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  await expectNoViolation(page, "recovery codes");
  await page.getByLabel(say("factor.codes.kept")).check();
  await page.getByRole("button", { name: say("factor.done"), exact: true }).click();

  // Proved a moment ago: nothing is asked.
  await page.getByRole("button", { name: say("factor.totp.remove"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("factor.totp.remove"), exact: true })
    .click();
  await expectSaid(page, say("factor.totp.removed"));
  await expect(phone(officer)).toContainText(say("factor.totp.off"));
});

test("whoever tries too often is told when to try again", async ({ browser, request }) => {
  const { userName } = await newOfficer(request);
  await enrolElsewhere(request, userName);
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await givePassword(officer, userName);
  const field = page.getByLabel(say("factor.code"));
  for (let tries = 0; tries < 8; tries += 1) {
    const answer = page.waitForResponse((response) => response.url().endsWith("/second-factor"));
    await field.fill(String(tries).repeat(6));
    if ((await answer).status() === 429) break;
  }
  await expect(page.getByRole("alert")).toContainText(/\d\d:\d\d/);
  await expect(field).not.toHaveValue("");
});

test("an open page outlives the end of the session, also with a second factor", async ({
  browser,
  request,
}) => {
  const { userName } = await newOfficer(request);
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await givePassword(officer, userName);
  await expectInside(page);
  const { secret, endSessions } = await enrolElsewhere(request, userName);
  await page.goto("/account");
  const current = page.getByLabel(say("session.currentPassword"), { exact: true });
  await current.fill("typed before the end");
  await endSessions();
  await page.getByRole("button", { name: say("factor.codes.renew"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("factor.codes.renew"), exact: true })
    .click();
  const dialog = page.getByRole("alertdialog", { name: say("ended.title"), exact: true });
  await dialog.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(dialog.getByLabel(say("factor.code"))).toBeVisible();
  await expectNoViolation(page, "signing in again with a second factor");
  await dialog.getByLabel(say("factor.code")).fill(codeOf(secret, 1));
  await expect(dialog).toBeHidden();
  await expect(current).toHaveValue("typed before the end");
});

const inUrdu = (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
