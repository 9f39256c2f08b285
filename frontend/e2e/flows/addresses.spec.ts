import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { draftButton as button, draftOnFile, expectSaved, signInOnDraft } from "../drafting";
import { ADMINISTRATOR, LANGUAGES, type Officer, SECTION_OFFICER, signIn } from "../office";
import { expectSaid } from "../organisation";
import { restOfficer } from "../rest";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };
const unique = () => Math.random().toString(36).slice(2, 8);

/** Types an address in both languages into the dialog that is open. */
async function typeAddress({ page, say }: Officer, name: string, urdu: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("draft.outside.name"), { exact: true }).fill(name);
  await dialog.locator("textarea[id$=-lines]").fill("Katchery Road\nMultan");
  const more = dialog.locator("details");
  if (!(await more.getAttribute("open").then((open) => open !== null))) await more.locator("summary").click();
  await dialog.getByLabel(say("address.nameUr")).fill(urdu);
  await dialog.getByLabel(say("address.linesUr")).fill("کچہری روڈ\nملتان");
}

/** Searches in the one field of the open dialog that searches, and takes what it finds. */
async function choose({ page, say }: Officer, label: string, words: string): Promise<void> {
  const field = page.getByRole("dialog").getByRole("combobox", { name: say(label) });
  const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get("query") === words);
  await field.fill(words);
  await found;
  await page.getByRole("option").filter({ hasText: words }).first().click();
}

test("the administrator sets the letterhead of a unit, and its letters print it", async ({
  browser,
  request,
}) => {
  const administrator = await signIn(browser, ADMINISTRATOR, "en");
  const { page, say } = administrator;
  const { unit } = await restOfficer(request, SECTION_OFFICER);
  await page.goto(`/organisation?unit=${unit}`);
  await button(administrator, "organisation.unit.change").click();
  const dialog = page.getByRole("dialog");
  // What the department says stands in the empty fields.
  await expect(dialog.getByLabel(say("organisation.placeEn"))).toHaveAttribute("placeholder", "Lahore");
  await expectNoViolation(page, "the letterhead of a unit");
  const room = `Room ${unique()}, Civil Secretariat`;
  await dialog.getByLabel(say("organisation.addressEn")).fill(room);
  await button(administrator, "ui.save").click();
  await expect(dialog.getByLabel(say("organisation.addressUr"))).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel(say("organisation.addressUr")).fill("کمرہ 12، سول سیکرٹریٹ");
  await button(administrator, "ui.save").click();
  await expectSaid(page, say("organisation.unit.edited"));

  const drafted = await draftOnFile(request, "Letterhead");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  await officer.page.getByRole("tab", { name: say("draft.preview"), exact: true }).click();
  const preview = officer.page.getByRole("region", { name: say("draft.preview"), exact: true });
  await expect(preview).toHaveAttribute("aria-busy", "false");
  await expect(preview).toContainText(room);
});

for (const language of LANGUAGES) {
  test(`an officer keeps an address, makes a group, and addresses a draft to it (${language})`, async ({
    browser,
    request,
  }) => {
    const run = unique();
    const drafted = await draftOnFile(request, "To a group", (content) => ({
      ...content,
      addressees: [],
      languages: "both",
    }));
    const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, language);
    const { page, say } = officer;

    // Typed into the draft, and kept.
    await button(officer, "draft.addressees.add").click();
    await page.getByLabel(say("draft.addressee.outside"), { exact: true }).check();
    await typeAddress(officer, `The Deputy Commissioner ${run}`, `ڈپٹی کمشنر ${run}`);
    await page.getByLabel(say("draft.outside.keep")).check();
    await expectNoViolation(page, "an addressee in both languages");
    await button(officer, "draft.add").click();
    await expectSaid(page, say("address.kept"));
    const addressees = page.getByRole("list", { name: say("draft.addressees"), exact: true });
    await expect(addressees.getByRole("listitem")).toHaveCount(1);
    await expectSaved(officer);

    // Another one on the page of addresses, and a group of both and of a post.
    await page.goto("/addresses");
    await button(officer, "address.contact.add").click();
    await typeAddress(officer, `The Commissioner ${run}`, `کمشنر ${run}`);
    await expectNoViolation(page, "a new address");
    await button(officer, "address.contact.add.go").click();
    await expectSaid(page, say("address.kept"));
    const find = page.getByLabel(say("address.find"));
    await find.fill(`ملتان ${run}`);
    await expect(page.getByRole("listitem").filter({ hasText: run })).toHaveCount(2);
    await expectNoViolation(page, "the address book");
    // Who is there already is told before there are two.
    await button(officer, "address.contact.add").click();
    await page.getByLabel(say("draft.outside.name"), { exact: true }).fill(`the commissioner ${run}`);
    await expect(page.getByRole("dialog").getByText(say("address.same"))).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: say("discard.do"), exact: true }).click();

    await page.getByRole("tab", { name: say("address.groups"), exact: true }).click();
    await button(officer, "address.group.add").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say("address.group.name")).fill(`Commissioners ${run}`);
    await dialog.getByLabel(say("address.group.nameUr")).fill(`کمشنر صاحبان ${run}`);
    for (const name of [`Deputy Commissioner ${run}`, `The Commissioner ${run}`]) {
      const words = language === "ur" ? name.replace("Deputy Commissioner", "ڈپٹی کمشنر") : name;
      const found = language === "ur" ? words.replace("The Commissioner", "کمشنر") : words;
      await choose(officer, "draft.addressee.book.label", found);
    }
    await dialog.getByLabel(say("draft.addressee.post"), { exact: true }).check();
    await dialog.getByRole("combobox", { name: say("draft.addressee.post.label") }).fill("Secretary Finance");
    await page.getByRole("option").first().click();
    await expect(dialog.getByRole("listitem")).toHaveCount(3);
    await expectNoViolation(page, "a new group");
    await button(officer, "address.group.add.go").click();
    await expectSaid(page, say("address.group.kept"));

    // The draft is addressed to the group: who is there already is left out.
    await page.goto(`/files/${drafted.file.id}/drafts/${drafted.draft}`);
    await button(officer, "draft.addressees.add").click();
    await page.getByLabel(say("draft.addressee.group"), { exact: true }).check();
    await choose(
      officer,
      "draft.group.label",
      language === "ur" ? `کمشنر صاحبان ${run}` : `Commissioners ${run}`,
    );
    await expect(page.getByRole("dialog").getByRole("status")).toContainText("2");
    await expectNoViolation(page, "a group as addressees");
    await button(officer, "draft.add").click();
    await expect(addressees.getByRole("listitem")).toHaveCount(3);
    await expect(addressees).toContainText(`ڈپٹی کمشنر ${run}، کچہری روڈ، ملتان`);
    await expectSaved(officer);
    await page.getByRole("tab", { name: say("draft.preview"), exact: true }).click();
    const preview = page.getByRole("region", { name: say("draft.preview"), exact: true });
    await expect(preview).toHaveAttribute("aria-busy", "false");
    await expect(preview).toContainText(`The Commissioner ${run}`);

    // On a phone, and put away: it is not offered any more.
    await page.goto("/addresses");
    await page.setViewportSize(PHONE);
    await find.fill(run);
    // What others keep has gone from the list: nothing moves from under the hand any more.
    await expect(page.getByRole("tabpanel").getByRole("listitem")).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page
      .getByRole("button", { name: new RegExp(`^${say("address.deactivate")}: .*${run}$`) })
      .first()
      .click();
    await expectSaid(page, say("address.deactivated"));
    await expect(page.getByRole("listitem").filter({ hasText: run })).toHaveCount(1);
    await page.getByLabel(say("address.deactivated.show")).check();
    await expect(page.getByText(say("address.gone"), { exact: true })).toBeVisible();
    await expectNoViolation(page, "an address that is out of use, on a phone");
  });
}
