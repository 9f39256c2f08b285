import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  assistantOn,
  expectNoSideScroll,
  fileOf,
  giveAssistance,
  newSection,
  refusalsOf,
} from "../delegation";
import {
  draftButton as button,
  draftOnFile,
  expectSaved,
  letterText,
  paragraph,
  pathOf,
  ready,
  sendBack,
  sendTo,
  signInOnDraft,
  typeInto,
} from "../drafting";
import { choosePost, DEPUTY_SECRETARY, LANGUAGES, type Officer, SECTION_OFFICER, signIn } from "../office";
import { expectSaid } from "../organisation";
import { sign, signInOnNewFile } from "../steps";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };
const OTHERS_WORDS = "The funds are released subject to audit.";

const obstacles = ({ page, say }: Officer) => page.getByRole("region", { name: say("draft.obstacles") });

/** An addressee outside, in the dialog that is open. */
async function addOutside(officer: Officer): Promise<void> {
  const { page, say } = officer;
  await button(officer, "draft.addressees.add").click();
  const dialog = page.getByRole("dialog", { name: say("draft.addressees.add"), exact: true });
  await dialog.getByLabel(say("draft.addressee.outside"), { exact: true }).check();
  await dialog.getByRole("button", { name: say("draft.add"), exact: true }).click();
  await expect(dialog.getByText(say("draft.outside.name.missing"))).toBeVisible();
  await expectNoViolation(page, "an addressee without a name");
  await dialog.getByLabel(say("draft.outside.name"), { exact: true }).fill("The Accountant General, Punjab");
  await dialog.locator("#outside-lines").fill("The Mall\nLahore");
  await dialog.getByRole("button", { name: say("draft.add"), exact: true }).click();
  await expect(dialog).toBeHidden();
}

for (const language of LANGUAGES) {
  test(`a draft in both languages is opened, written, and told what it lacks (${language})`, async ({
    browser,
    request,
  }) => {
    const officer = await signInOnNewFile({ browser, request }, "Drafted", language);
    const { page, say, file } = officer;
    await button(officer, "file.drafts").click();
    await expect(page.getByText(say("draft.none"), { exact: true })).toBeVisible();
    await expectNoViolation(page, "a file without drafts");
    await button(officer, "draft.new").click();
    const choice = page.getByRole("dialog", { name: say("draft.new.title"), exact: true });
    await choice.getByRole("button", { name: say("draft.new.do"), exact: true }).click();
    await expect(choice.getByText(say("draft.new.missing"))).toBeVisible();
    await expect(choice.getByRole("radio")).toHaveCount(11);
    await expectNoViolation(page, "choosing a form");
    await choice.getByRole("radio", { name: say("draft.form.letter"), exact: true }).check();
    await choice.getByRole("button", { name: say("draft.new.do"), exact: true }).click();
    await expect(page).toHaveURL(/\/drafts\/[0-9a-f-]{36}$/);
    await expect(obstacles(officer).getByRole("link")).toHaveCount(3);
    await expectNoViolation(page, "a new draft");

    await page.getByLabel(say("draft.languages.both"), { exact: true }).check();
    await addOutside(officer);
    await expect(page.getByRole("listitem").filter({ hasText: "The Accountant General" })).toContainText(
      "Lahore",
    );
    await page.getByLabel(say("draft.subject.ur"), { exact: true }).fill("فنڈز کا اجرا");
    await typeInto(page, "en", "I am directed to refer to your letter.");
    await typeInto(page, "ur", "مجھے ہدایت ہوئی ہے۔");
    await expectSaved(officer);
    // What is left leads to its field.
    const left = obstacles(officer).getByRole("link");
    await expect(left).toHaveCount(1);
    await left.click();
    await expect(page.getByRole("combobox", { name: say("draft.signatory") })).toBeFocused();
    await choosePost(page, say("draft.signatory"), "Section Officer (Budget-I)", /Budget-I\)|بجٹ اول/);
    await expect(obstacles(officer)).toBeHidden();
    // Nobody approves alone what he wrote alone.
    await expect(page.getByText(say("draft.next.alone"))).toBeVisible();
    await expect(button(officer, "draft.approve")).toHaveCount(0);
    await expectSaved(officer);
    await expectNoViolation(page, "a draft that is ready");

    await page.reload();
    await expect(letterText(page, "ur")).toContainText("مجھے ہدایت ہوئی ہے۔");
    await expect(letterText(page, "en")).toContainText("I am directed to refer to your letter.");
    await page.getByLabel(say("draft.subject.en"), { exact: true }).fill("x".repeat(301));
    await expect(page.getByText(say("draft.subject.count", { count: 301, most: 300 }))).toBeVisible();
    // The office does not take it, and says why.
    await expect(page.getByRole("status").filter({ hasText: "300" })).toBeVisible();
    await page.getByLabel(say("draft.subject.en"), { exact: true }).fill("Release of funds");
    await expectSaved(officer);

    // The other language goes only when its writer says so.
    await page.getByLabel(say("draft.languages.en"), { exact: true }).check();
    const ask = page.getByRole("alertdialog", { name: say("draft.languages.lose"), exact: true });
    await expectNoViolation(page, "taking a language out");
    await ask.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
    await expect(page.getByLabel(say("draft.languages.both"), { exact: true })).toBeChecked();

    await page.goto(`/files/${file.id}?tab=drafts`);
    const line = page.getByRole("listitem").filter({ hasText: "Release of funds" });
    await expect(line).toContainText(say("draft.state.draft"));
    await expect(line).toContainText(say("draft.form.letter"));
    await expect(
      page.getByRole("button", { name: new RegExp(`^${say("file.drafts")}\\s*1$`) }),
    ).toBeVisible();
    await expectNoViolation(page, "a file with a draft");
  });

  test(`it is commented on, changed on a suggestion, vetted and approved; an edit voids that (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await draftOnFile(request, "Approved and changed");
    const rest = await sendTo(request, drafted);
    const deputy = await signInOnDraft(browser, DEPUTY_SECRETARY, drafted, language);
    const { page, say } = deputy;
    await button(deputy, "draft.comment.do").click();
    await expect(page.getByText(say("draft.comment.missing"))).toBeVisible();
    await page.getByLabel(say("draft.comment"), { exact: true }).fill("Say under which head.");
    await button(deputy, "draft.comment.do").click();
    await expectSaid(page, say("draft.done.comment"));
    await expect(page.getByRole("listitem").filter({ hasText: "Say under which head." })).toBeVisible();
    await expect(page.getByLabel(say("draft.comment"), { exact: true })).toHaveValue("");

    await button(deputy, "draft.suggest").click();
    const suggest = page.getByRole("dialog", { name: say("draft.suggest"), exact: true });
    await suggest.getByLabel(say("draft.suggest.block"), { exact: true }).selectOption({ index: 1 });
    await suggest.getByRole("button", { name: say("draft.suggest.do"), exact: true }).click();
    await expect(suggest.getByText(say("draft.suggest.same"))).toBeVisible();
    const words = suggest.getByRole("textbox", { name: say("draft.suggest.text"), exact: true });
    await words.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(OTHERS_WORDS, { delay: 5 });
    await expectNoViolation(page, "suggesting a change");
    await suggest.getByRole("button", { name: say("draft.suggest.do"), exact: true }).click();
    await expectSaid(page, say("draft.done.suggestion"));

    await button(deputy, "draft.vet").click();
    const vet = page.getByRole("dialog", { name: say("draft.vet.title", { number: 1 }), exact: true });
    await vet.getByLabel(say("draft.vet.objected"), { exact: true }).check();
    await vet.getByRole("button", { name: say("draft.vet.do"), exact: true }).click();
    await expect(vet.getByText(say("draft.vet.why"))).toBeVisible();
    await expectNoViolation(page, "vetting");
    await vet.getByLabel(say("draft.vet.passed"), { exact: true }).check();
    await vet.getByRole("button", { name: say("draft.vet.do"), exact: true }).click();
    await expectSaid(page, say("draft.done.vetting"));
    await expect(page.getByText(say("draft.verdict.passed"), { exact: true })).toBeVisible();
    await expectNoViolation(page, "a draft with remarks");

    await sendBack(rest, drafted);
    const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, language);
    const change = officer.page.getByRole("listitem").filter({ hasText: say("draft.suggestion.open") });
    await expect(change).toContainText("subject to audit");
    await change.getByRole("button", { name: say("draft.suggestion.accept"), exact: true }).click();
    await expectSaid(officer.page, say("draft.done.accepted"));
    await expect(letterText(officer.page, "en")).toContainText(OTHERS_WORDS);
    await expect(officer.page.getByText(say("draft.suggestion.accepted"), { exact: true })).toBeVisible();
    // The text that was spoken about stays: this is the next one.
    await officer.page.getByRole("tab", { name: say("draft.texts") }).click();
    await button(officer, "draft.compare.do").click();
    const compare = officer.page.getByRole("dialog", { name: say("draft.compare"), exact: true });
    await expect(compare).toContainText("subject to audit");
    await expectNoViolation(officer.page, "two texts compared");
    await officer.page.keyboard.press("Escape");
    await officer.page
      .getByRole("button", { name: say("draft.text.read", { number: 1 }), exact: true })
      .click();
    const read = officer.page.getByRole("dialog", { name: say("draft.text", { number: 1 }) });
    await expect(read.locator(".letter-text")).toContainText("The funds are released.");
    await expectNoViolation(officer.page, "an earlier text");

    await sendTo(request, drafted);
    await page.reload();
    await button(deputy, "draft.approve").click();
    const approve = page.getByRole("dialog", {
      name: say("draft.approve.title", { number: 2 }),
      exact: true,
    });
    await expect(approve).toContainText("The Accountant General, Punjab");
    await expect(approve).toContainText(drafted.subject);
    await expectNoViolation(page, "what is approved");
    await approve.getByRole("button", { name: say("draft.approve.do"), exact: true }).click();
    const sheet = page.getByRole("dialog", { name: say("sign.title.approve"), exact: true });
    await expect(sheet).toContainText(say("draft.form.letter"));
    await expectNoViolation(page, "the approval to be signed");
    // Cancelled, nothing has happened.
    await sheet.getByRole("button", { name: say("paper.cancel"), exact: true }).click();
    await expect(sheet).toBeHidden();
    await approve.getByRole("button", { name: say("draft.approve.do"), exact: true }).click();
    await sign(deputy, "approve");
    await expectSaid(page, say("draft.done.approve", { number: 2 }));
    await expect(page.getByText(say("draft.next.approved"))).toBeVisible();
    await expect(letterText(page, "en")).toHaveAttribute("aria-readonly", "true");
    await expectNoViolation(page, "approved");

    await button(deputy, "draft.void.open").click();
    const ask = page.getByRole("alertdialog", { name: say("draft.void.ask"), exact: true });
    await ask.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
    await expect(letterText(page, "en")).toHaveAttribute("aria-readonly", "true");
    await button(deputy, "draft.void.open").click();
    await ask.getByRole("button", { name: say("draft.void.do"), exact: true }).click();
    await expect(page.getByText(say("draft.void.next"))).toBeVisible();
    await typeInto(page, "en", " Kindly acknowledge.");
    const voided = new RegExp(
      say("draft.voided", { approved: 2, hand: ".+", number: 3 }).replace(/[()]/g, "."),
    );
    await expect(page.getByRole("status").filter({ hasText: voided })).toBeVisible();
    await expect(page.getByText(say("draft.state.draft"), { exact: true }).first()).toBeVisible();
    await expectNoViolation(page, "an approval that is void");
    await page.goto(`/files/${drafted.file.id}?tab=record`);
    for (const kind of ["communication_approved", "communication_vetted", "suggestion_decided"]) {
      await expect(page.getByText(say(`ledger.kind.${kind}`), { exact: true }).first()).toBeVisible();
    }
  });

  test(`between Divisions a letter is not offered (${language})`, async ({ browser, request }) => {
    const drafted = await draftOnFile(request, "To a Division", (content) => ({
      ...content,
      addressees: [],
    }));
    const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, language);
    const { page, say } = officer;
    await button(officer, "draft.addressees.add").click();
    const dialog = page.getByRole("dialog", { name: say("draft.addressees.add"), exact: true });
    await choosePost(page, say("draft.addressee.post.label"), "Deputy Secretary (Budget)", /Budget\)|بجٹ\)/);
    await expectNoViolation(page, "an addressee of this office");
    await dialog.getByRole("button", { name: say("draft.add"), exact: true }).click();
    const link = obstacles(officer).getByRole("link");
    await expect(link).toContainText(/between Divisions|ڈویژنوں کے درمیان/);
    await link.click();
    await expect(page.locator("#draft-addressees-0")).toBeFocused();

    await button(officer, "draft.form.change").click();
    const forms = page.getByRole("dialog", { name: say("draft.form.change"), exact: true });
    await expect(forms.getByRole("radio", { name: say("draft.form.letter"), exact: true })).toBeDisabled();
    await expect(forms.getByText(say("draft.form.noLetter"))).toBeVisible();
    // What is usual stands first.
    await expect(forms.getByRole("radio").first()).toHaveValue("office_memorandum");
    await expectNoViolation(page, "forms between Divisions");
    await forms.getByRole("radio", { name: say("draft.form.office_memorandum"), exact: true }).check();
    await forms.getByRole("button", { name: say("draft.form.done"), exact: true }).click();
    await expect(obstacles(officer)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(say("draft.form.office_memorandum"));
  });

  test(`on a phone its sides are tabs, and nothing is cut off (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await draftOnFile(request, "On a phone", (content) => ({
      ...content,
      languages: "both",
      subject: { ...content.subject, ur: "فنڈز کا اجرا" },
      text: { ...content.text, ur: { blocks: [paragraph("مجھے ہدایت ہوئی ہے۔")] } },
    }));
    await sendTo(request, drafted);
    const officer = await signIn(browser, DEPUTY_SECRETARY, language);
    const { page, say } = officer;
    await page.setViewportSize(PHONE);
    await page.goto(`/files/${drafted.file.id}`);
    await page.getByRole("button", { name: new RegExp(`^${say("file.drafts")}`) }).click();
    await expectNoSideScroll(page);
    await expectNoViolation(page, "drafts of a file on a phone");
    await page.getByRole("link", { name: drafted.subject }).first().click();
    await expect(page).toHaveURL(/\/drafts\//);
    await typeInto(page, "en", " At once.");
    await expectSaved(officer);
    await expectNoSideScroll(page);
    await expectNoViolation(page, "a draft on a phone");
    await page.getByRole("tab", { name: say("draft.remarks") }).click();
    await page.getByLabel(say("draft.comment"), { exact: true }).fill("Seen on the road.");
    await button(officer, "draft.comment.do").click();
    await expectSaid(page, say("draft.done.comment"));
    await expectNoViolation(page, "remarks on a phone");
    await page.getByRole("tab", { name: say("draft.texts") }).click();
    await expect(page.getByRole("tabpanel").getByRole("listitem")).toHaveCount(2);
    await expectNoSideScroll(page);
    await expectNoViolation(page, "texts on a phone");
  });
}

test("whoever may only read it is offered nothing else", async ({ browser, request }) => {
  const drafted = await draftOnFile(request, "Read only");
  await sendTo(request, drafted);
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const refused = refusalsOf(page);
  await page.goto(pathOf(drafted));
  await expect(letterText(page, "en")).toHaveAttribute("aria-readonly", "true");
  await expect(
    page.getByText(/^You can read it\. The file is with Deputy Secretary \(Budget\)/),
  ).toBeVisible();
  for (const id of ["draft.vet", "draft.approve", "draft.comment.do", "draft.addressees.add", "file.more"]) {
    await expect(button(officer, id)).toHaveCount(0);
  }
  await expect(page.getByRole("main").getByRole("combobox")).toHaveCount(0);
  await expect(page.getByText(say("draft.remarks.none"))).toBeVisible();
  await expectNoViolation(page, "a draft that is only read");
  expect(refused).toEqual([]);
});

test("an assistant writes and comments, and is not offered what his officer alone does", async ({
  browser,
  request,
}) => {
  const section = await newSection(request);
  await giveAssistance(section);
  const file = await fileOf(section, "By an assistant");
  const content = ready("By an assistant", section.post.id);
  const { id } = await section.officer.send(`/files/${file.id}/communications`, { content });
  const assistant = await assistantOn(browser, section, file);
  const { page, say } = assistant;
  await page.goto(`/files/${file.id}/drafts/${id}`);
  await typeInto(page, "en", " Drafted by the assistant.");
  await expectSaved(assistant);
  await expect(page.getByText(/who alone vets, approves or withdraws it/)).toBeVisible();
  await page.getByLabel(say("draft.comment"), { exact: true }).fill("The figure is from the last budget.");
  await button(assistant, "draft.comment.do").click();
  await expectSaid(page, say("draft.done.comment"));
  for (const name of ["draft.vet", "draft.approve", "file.more"]) {
    await expect(button(assistant, name)).toHaveCount(0);
  }
  await expectNoViolation(page, "a draft before an assistant");
  expect(assistant.refusals).toEqual([]);
});

test("a draft is withdrawn with a reason, and stays readable", async ({ browser, request }) => {
  const drafted = await draftOnFile(request, "Withdrawn");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = officer;
  await button(officer, "file.more").click();
  await page.getByRole("menuitem", { name: say("draft.withdraw"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("draft.withdraw.title"), exact: true });
  await dialog.getByRole("button", { name: say("draft.withdraw"), exact: true }).click();
  await expect(dialog.getByText(say("draft.withdraw.missing"))).toBeVisible();
  await expectNoViolation(page, "withdrawing");
  await dialog.getByLabel(say("paper.reason"), { exact: true }).fill("Overtaken by events.");
  await dialog.getByRole("button", { name: say("draft.withdraw"), exact: true }).click();
  await expectSaid(page, say("draft.done.withdraw"));
  await expect(page.getByText(say("draft.next.withdrawn"))).toBeVisible();
  await expect(letterText(page, "en")).toContainText("The funds are released.");
  await expectNoViolation(page, "withdrawn");
  await page.goto(`/files/${drafted.file.id}?tab=record`);
  await expect(page.getByText(say("ledger.kind.communication_withdrawn"), { exact: true })).toBeVisible();
  await expect(page.getByText("Overtaken by events.")).toBeVisible();
});
