import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  draftButton as button,
  draftOnFile,
  expectSaved,
  letterText,
  signInOnDraft,
  typeInto,
} from "../drafting";
import { CLERK, LETTER, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor } from "../steps";
import { test } from "../test";

test("two windows: both texts stay, and the writer chooses", async ({ browser, request }) => {
  const drafted = await draftOnFile(request, "In two windows");
  const one = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const other = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = other;
  await expect(letterText(page, "en")).toBeVisible();
  await typeInto(one.page, "en", " Written in the first window.");
  await expectSaved(one);
  await typeInto(page, "en", " Written in the second.");
  await expect(page.getByText(say("draft.twoTexts"))).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Bilal Hassan" })).toBeVisible();
  await page.getByRole("link", { name: say("draft.twoTexts.choose"), exact: true }).click();
  await expect(page.locator("#draft-conflict")).toBeFocused();
  await expect(page.locator("#draft-conflict")).toBeInViewport();
  await expectNoViolation(page, "two texts of a draft");
  await button(other, "draft.conflict.compare").click();
  const both = page.getByRole("dialog", { name: say("draft.conflict.title"), exact: true });
  await expect(both).toContainText("first window");
  await expect(both).toContainText("second");
  await expectNoViolation(page, "two texts beside each other");
  await page.keyboard.press("Escape");
  await button(other, "draft.conflict.mine").click();
  await expectSaved(other);
  // The one that was not chosen is still to be had.
  await expect(page.getByText(say("draft.conflict.left"))).toBeVisible();
  await button(other, "draft.conflict.compare").click();
  await expect(both).toContainText("first window");
  await page.keyboard.press("Escape");
  await button(other, "draft.conflict.forget").click();
  await expect(page.getByText(say("draft.conflict.left"))).toBeHidden();

  await typeInto(one.page, "en", " And more.");
  await button(one, "draft.conflict.theirs").click();
  await expect(letterText(one.page, "en")).toContainText("Written in the second.");
  await expect(letterText(one.page, "en")).not.toContainText("And more.");
  await expect(one.page.getByText(say("draft.conflict.left"))).toBeVisible();
});

test("what is written without a connection is saved when it is back, and not left unasked", async ({
  browser,
  request,
}) => {
  const drafted = await draftOnFile(request, "Without a connection");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = officer;
  await expect(letterText(page, "en")).toBeVisible();
  // The page of the file is there before the connection goes.
  await page.getByRole("link", { name: say("draft.sendOn"), exact: true }).hover();
  await page.waitForLoadState("networkidle");
  const lose = (route: { abort: () => Promise<void> }) => route.abort();
  await page.route(/\/content$/, lose);
  await typeInto(page, "en", " Written in a tunnel.");
  await expect(page.getByText(say("draft.offline"))).toBeVisible();
  await expectNoViolation(page, "a draft that is not saved");
  await page.getByRole("link", { name: say("draft.sendOn"), exact: true }).click();
  const ask = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
  await ask.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await page.unroute(/\/content$/, lose);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expectSaved(officer);
  await page.reload();
  await expect(letterText(page, "en")).toContainText("Written in a tunnel.");
});

test("a tablet that is turned loses no dialog, and no word that is being written", async ({
  browser,
  request,
}) => {
  const drafted = await draftOnFile(request, "On a tablet");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = officer;
  await page.setViewportSize({ width: 1180, height: 820 });
  await expect(letterText(page, "en")).toBeVisible();
  await typeInto(page, "en", " Written before it is turned.");
  await button(officer, "draft.addressees.add").click();
  const dialog = page.getByRole("dialog", { name: say("draft.addressees.add"), exact: true });
  await dialog.getByLabel(say("draft.addressee.outside"), { exact: true }).check();
  await dialog.getByLabel(say("draft.outside.name"), { exact: true }).fill("The Accountant General");
  await page.setViewportSize({ width: 820, height: 1180 });
  await expect(
    page.getByRole("tab", { name: say("draft.tab"), exact: true, includeHidden: true }),
  ).toBeAttached();
  await expect(dialog.getByLabel(say("draft.outside.name"), { exact: true })).toHaveValue(
    "The Accountant General",
  );
  await dialog.getByRole("button", { name: say("draft.add"), exact: true }).click();
  await expect(page.getByText("The Accountant General").first()).toBeVisible();
  await page.setViewportSize({ width: 1180, height: 820 });
  await expect(letterText(page, "en")).toContainText("Written before it is turned.");
  await letterText(page, "en").press("ControlOrMeta+z");
  await expect(letterText(page, "en")).not.toContainText("Written before it is turned.");
  await expectSaved(officer);
});

test("enclosures are uploaded, named and put in order", async ({ browser, request }) => {
  const drafted = await draftOnFile(request, "With enclosures");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = officer;
  await button(officer, "draft.enclosures.add").click();
  const dialog = page.getByRole("dialog", { name: say("draft.enclosures.add"), exact: true });
  await dialog.locator('input[type="file"]').setInputFiles([LETTER, LETTER]);
  await expect(dialog.getByRole("progressbar")).toHaveCount(0);
  await expectNoViolation(page, "enclosing");
  await dialog.getByRole("button", { name: say("draft.enclosures.do"), exact: true }).click();
  const list = page.getByRole("list", { name: say("draft.enclosures"), exact: true }).getByRole("listitem");
  await expect(list).toHaveCount(2);
  await list
    .nth(1)
    .getByRole("button", { name: say("draft.enclosure.rename", { name: "letter" }) })
    .click();
  const rename = page.getByRole("dialog", { name: say("draft.enclosure.title"), exact: true });
  await rename.getByLabel(say("draft.enclosure.name"), { exact: true }).fill("Statement of accounts");
  await rename.getByRole("button", { name: say("draft.take"), exact: true }).click();
  await list
    .nth(1)
    .getByRole("button", { name: say("draft.order.up", { name: "Statement of accounts" }) })
    .click();
  await expect(list.first()).toContainText("Statement of accounts");
  await expect(list.first()).toBeFocused();
  await expectSaved(officer);
  await expect(list.first()).toContainText("3 pages");
  await expectNoViolation(page, "enclosures");
  await list
    .nth(1)
    .getByRole("button", { name: say("draft.order.remove", { name: "letter" }) })
    .click();
  await expect(list).toHaveCount(1);
  await expectSaved(officer);
  await page.reload();
  await expect(list).toHaveText([/Statement of accounts/]);
});

test("a draft answers a receipt of its file, and takes its papers along", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "en");
  const receipt = await diarise(clerk, subjectOf("To be answered"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  await page.goto(await openFileFor(officer, receipt));
  await button(officer, "file.drafts").click();
  await button(officer, "draft.new").click();
  const choice = page.getByRole("dialog", { name: say("draft.new.title"), exact: true });
  await choice.getByRole("radio", { name: say("draft.form.endorsement"), exact: true }).check();
  await choice.getByRole("button", { name: say("draft.new.do"), exact: true }).click();
  await page.getByLabel(say("draft.reply")).selectOption({ index: 1 });
  await page.getByLabel(say("draft.replyDue")).fill("2027-01-15");
  await page.getByLabel(say("paper.priority"), { exact: true }).selectOption("immediate");
  await button(officer, "draft.enclosures.add").click();
  const dialog = page.getByRole("dialog", { name: say("draft.enclosures.add"), exact: true });
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: say("draft.enclosures.do"), exact: true }).click();
  await expectSaved(officer);
  await page.reload();
  await expect(page.getByLabel(say("draft.reply")).locator("option:checked")).toContainText("1/C");
  await expect(page.getByLabel(say("draft.replyDue"))).toHaveValue("2027-01-15");
  await expect(page.getByRole("list", { name: say("draft.enclosures"), exact: true })).toContainText(
    "3 pages",
  );
  await expect(page.getByText(say("paper.priority.immediate")).first()).toBeVisible();
  await expectNoViolation(page, "a draft that answers a receipt");
});
