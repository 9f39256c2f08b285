import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  addAuthenticator,
  addPasskey,
  approvePasskey,
  atTheDoor,
  expectInside,
  givePassword,
  NAMED,
  newOfficer,
  signOut,
} from "../factors";
import { ADMINISTRATOR, LANGUAGES, type Officer, signIn } from "../office";
import { called, expectSaid } from "../organisation";
import { test } from "../test";

const rowOf = ({ page }: Officer, name: string) => page.getByRole("listitem").filter({ hasText: name });

for (const language of LANGUAGES) {
  test(`a passkey lets in once an administrator has approved it (${language})`, async ({
    browser,
    request,
  }) => {
    const office = await newOfficer(request);
    const officer = await atTheDoor(browser, language, NAMED);
    const { page, say } = officer;
    await addAuthenticator(page);
    await givePassword(officer, office.userName);
    await expectInside(page);
    await addPasskey(officer, "Office laptop");
    await expect(rowOf(officer, "Office laptop").last()).toContainText(say("passkey.state.pending"));
    await expectNoViolation(page, "account with a passkey");
    await signOut(officer);
    const door = page.getByRole("button", { name: say("passkey.signIn"), exact: true });
    await door.click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page).toHaveURL(/sign-in$/);
    await expectNoViolation(page, "a passkey that is not approved");

    const administrator = await signIn(browser, ADMINISTRATOR, language);
    await administrator.page.goto("/organisation/persons");
    await administrator.page.getByRole("link", { name: say("passkey.title") }).click();
    await expect(administrator.page).toHaveURL(/passkeys$/);
    const line = administrator.page
      .getByRole("listitem")
      .filter({ hasText: called("Farida", office).source.split(" ").at(-1) });
    await expect(line).toContainText("Office laptop");
    await expectNoViolation(administrator.page, "passkeys that wait");
    await line.getByRole("button").first().click();
    const sure = administrator.page.getByRole("dialog");
    await sure.getByRole("button", { name: say("passkey.admin.approve"), exact: true }).click();
    await expect(sure.getByRole("alert")).toContainText(say("passkey.admin.check"));
    await expectNoViolation(administrator.page, "approval");
    await sure.getByRole("checkbox").check();
    await sure.getByRole("button", { name: say("passkey.admin.approve"), exact: true }).click();
    await expect(sure).toBeHidden();
    await expect(line).toHaveCount(0);

    await door.click();
    await expectInside(page);
    const notices = page.getByRole("region", { name: say("notice.title") });
    await expect(notices).toContainText(say("notice.passkey_approved"));
    await page.goto("/account");
    await expect(rowOf(officer, "Office laptop").last()).toContainText(say("passkey.state.approved"));
  });
}

test("an approved passkey is the second step after the password, and can be renamed and revoked", async ({
  browser,
  request,
}) => {
  const office = await newOfficer(request);
  const officer = await atTheDoor(browser, "en", NAMED);
  const { page, say } = officer;
  await addAuthenticator(page);
  await givePassword(officer, office.userName);
  await expectInside(page);
  await addPasskey(officer, "Desk computer");
  await approvePasskey(office);
  await signOut(officer);
  await givePassword(officer, office.userName);
  await page.getByRole("button", { name: say("factor.passkey.use"), exact: true }).click();
  await expectInside(page);

  await page.goto("/account");
  const actions = page.getByRole("button", { name: say("passkey.actionsFor", { name: "Desk computer" }) });
  await actions.click();
  await page.getByRole("menuitem", { name: say("passkey.rename"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("passkey.rename.title"), exact: true });
  await dialog.getByLabel(say("passkey.name")).fill("");
  await dialog.getByRole("button", { name: say("passkey.rename"), exact: true }).click();
  await expect(dialog.getByLabel(say("passkey.name"))).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel(say("passkey.name")).fill("Computer at home");
  await dialog.getByRole("button", { name: say("passkey.rename"), exact: true }).click();
  await expectSaid(page, say("passkey.renamed"));
  await page.getByRole("button", { name: say("passkey.actionsFor", { name: "Computer at home" }) }).click();
  await page.getByRole("menuitem", { name: say("passkey.revoke"), exact: true }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("passkey.revoke"), exact: true })
    .click();
  await expectSaid(page, say("passkey.revoked"));
  await expect(rowOf(officer, "Computer at home").last()).toContainText(say("passkey.state.revoked"));
});

test("at an address in numbers no passkey is offered, and the account page says where one can be made", async ({
  browser,
  request,
}) => {
  const office = await newOfficer(request);
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await expect(page.getByRole("button", { name: say("session.signIn"), exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: say("passkey.signIn"), exact: true })).toHaveCount(0);
  await givePassword(officer, office.userName);
  await expectInside(page);
  await page.goto("/account");
  await expect(page.getByRole("link", { name: `${NAMED}/account` })).toBeVisible();
  await expect(page.getByRole("button", { name: say("passkey.add"), exact: true })).toHaveCount(0);
});

test("an administrator revokes a passkey and resets the second factors of somebody, with a reason", async ({
  browser,
  request,
}) => {
  const office = await newOfficer(request);
  const officer = await atTheDoor(browser, "en", NAMED);
  await addAuthenticator(officer.page);
  await givePassword(officer, office.userName);
  await expectInside(officer.page);
  await addPasskey(officer, "Lost telephone");

  const { page, say } = await signIn(browser, ADMINISTRATOR, "en");
  await page.goto("/organisation/passkeys");
  const name = `Farida ${office.run}`;
  await page
    .getByRole("button", { name: say("passkey.admin.revokeFor", { passkey: "Lost telephone", name }) })
    .click();
  const dialog = page.getByRole("dialog");
  const go = dialog.getByRole("button", { name: say("passkey.revoke"), exact: true });
  await go.click();
  await expect(dialog.getByLabel(say("factor.reason"))).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel(say("factor.reason")).selectOption("lost");
  await go.click();
  await expectSaid(page, say("passkey.admin.revoked", { name }));
  await page.getByRole("link", { name: say("passkey.state.revoked"), exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(say("factor.reason.lost"));

  await page.goto(`/organisation/persons?query=${office.run}`);
  await page.getByRole("button", { name: say("organisation.person.actionsFor", { name }) }).click();
  await page.getByRole("menuitem", { name: say("factor.reset"), exact: true }).click();
  await expectNoViolation(page, "reset of second factors");
  await page.getByRole("dialog").getByLabel(say("factor.reason")).selectOption("lost");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("factor.reset.do"), exact: true })
    .click();
  await expectSaid(page, say("factor.reset.done", { name }));
  // Every session has ended.
  await officer.page.goto("/account");
  await expect(officer.page).toHaveURL(/sign-in/);
});
