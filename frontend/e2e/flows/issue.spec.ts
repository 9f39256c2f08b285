import { type APIRequestContext, expect, type Locator } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { expectNoSideScroll } from "../delegation";
import {
  draftButton as button,
  type DraftedFile,
  draftOnFile,
  letterText,
  pathOf,
  ready,
  sendBack,
  sendTo,
  signInOnDraft,
} from "../drafting";
import { DEPUTY_SECRETARY, LANGUAGES, type Officer, SECTION_OFFICER } from "../office";
import { expectSaid } from "../organisation";
import type { RestOfficer } from "../rest";
import { sign, signing } from "../steps";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };

const issueDialog = ({ page, say }: Officer): Locator =>
  page.getByRole("dialog", { name: say("draft.issue"), exact: true });

/** From the draft to the sheet on which it is signed. */
async function toSheet(officer: Officer): Promise<Locator> {
  await button(officer, "draft.issue").click();
  await goOn(officer);
  return signing(officer, "issue");
}

const goOn = (officer: Officer) =>
  issueDialog(officer)
    .getByRole("button", { name: officer.say("draft.approve.do"), exact: true })
    .click();

async function approve(deputy: RestOfficer, draft: string): Promise<void> {
  const { version } = await deputy.get<{ version: number }>(`/communications/${draft}`);
  await deputy.send(`/communications/${draft}/approval`, { text_number: 1 }, version);
}

/** Drafts that the deputy has approved, on one file, back with the officer who signs them. */
async function approved(request: APIRequestContext, title: string, more = 0) {
  const drafted = await draftOnFile(request, title);
  const { file, sender, subject } = drafted;
  const drafts = [drafted.draft];
  for (let each = 0; each < more; each += 1) {
    const content = ready(`${subject} ${each}`, sender.post);
    drafts.push((await sender.send(`/files/${file.id}/communications`, { content })).id);
  }
  const deputy = await sendTo(request, drafted);
  for (const draft of drafts) await approve(deputy, draft);
  await sendBack(deputy, drafted);
  return { ...drafted, drafts };
}

const fileNumber = async ({ file, sender }: DraftedFile): Promise<string> =>
  (await sender.get<{ number: string }>(`/files/${file.id}`)).number;

for (const language of LANGUAGES) {
  test(`a draft is approved, seen as it will be printed, signed and issued (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await draftOnFile(request, "Issued");
    const rest = await sendTo(request, drafted);
    const deputy = await signInOnDraft(browser, DEPUTY_SECRETARY, drafted, language);
    await button(deputy, "draft.approve").click();
    await deputy.page
      .getByRole("dialog", { name: deputy.say("draft.approve.title", { number: 1 }), exact: true })
      .getByRole("button", { name: deputy.say("draft.approve.do"), exact: true })
      .click();
    await sign(deputy, "approve");
    // Another one is to sign it.
    await expect(deputy.page.getByText(deputy.say("draft.next.approved"))).toBeVisible();
    await expect(button(deputy, "draft.issue")).toHaveCount(0);
    await sendBack(rest, drafted);

    const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, language);
    const { page, say } = officer;
    await expect(page.getByText(say("draft.next.issue"))).toBeVisible();
    await page.getByRole("tab", { name: say("draft.preview"), exact: true }).click();
    const preview = page.getByRole("region", { name: say("draft.preview"), exact: true });
    await expect(preview.locator("canvas").first()).toBeVisible();
    await expect(preview).toHaveAttribute("aria-busy", "false");
    await expectNoViolation(page, "the preview of a draft");

    await button(officer, "draft.issue").click();
    const dialog = issueDialog(officer);
    await expect(dialog).toContainText("The Accountant General, Punjab");
    await expect(dialog).toContainText(drafted.subject);
    await expect(dialog).toContainText(say("draft.form.letter"));
    await expectNoViolation(page, "what is issued");
    await goOn(officer);
    const sheet = signing(officer, "issue");
    const number = `${await fileNumber(drafted)}/1`;
    await expect(sheet).toContainText(number);
    await expect(sheet).toContainText(drafted.subject);
    await expectNoViolation(page, "the issue to be signed");
    await sheet.getByText(say("sign.read"), { exact: true }).click();
    await expect(sheet.locator("canvas").first()).toBeVisible();
    await expectNoViolation(page, "the document to be signed");
    // Cancelled, nothing has happened.
    await sheet.getByRole("button", { name: say("paper.cancel"), exact: true }).click();
    await expect(sheet).toBeHidden();
    await goOn(officer);
    await sign(officer, "issue");
    await expectSaid(page, say("draft.done.issue", { number }));

    const signed = /Section Officer \(Budget-I\)|بجٹ اول/;
    await expect(page.getByRole("paragraph").filter({ hasText: number })).toContainText(signed);
    await expect(page.getByText(say("draft.next.issued"))).toBeVisible();
    await expect(page.getByText(say("draft.state.issued"), { exact: true })).toBeVisible();
    await expect(letterText(page, "en")).toHaveAttribute("aria-readonly", "true");
    for (const id of ["draft.issue", "draft.approve", "draft.vet", "draft.void.open", "file.more"]) {
      await expect(button(officer, id)).toHaveCount(0);
    }
    await expect(page.getByRole("tab", { name: say("draft.preview"), exact: true })).toHaveCount(0);
    // What is asked first of a letter that has gone is where it went; the rest is a tab away.
    await expect(page.getByRole("tabpanel", { name: say("dispatch.where"), exact: true })).toContainText(
      "The Accountant General, Punjab",
    );
    await page.getByRole("tab", { name: say("draft.remarks"), exact: true }).click();
    await expect(page.getByText(say("draft.remarks.none"))).toBeVisible();
    await expect(button(officer, "draft.comment.do")).toHaveCount(0);
    await expectNoViolation(page, "issued");

    await page.getByRole("link", { name: say("draft.issued.copy"), exact: true }).click();
    await expect(page).toHaveURL(/tab=papers/);
    // The docket leads to the copy, which is read as it went out.
    await expect(page.locator("article").filter({ hasText: number })).toContainText(drafted.subject);
    const chosen = page.getByRole("combobox", { name: say("file.papers.choose"), exact: true });
    await expect(chosen).toContainText(`${say("file.papers.outgoing")} · \u2068${drafted.subject}`);
    await expect(page.locator("canvas").first()).toBeVisible();
    await expectNoViolation(page, "the office copy");
    await page.goto(`/files/${drafted.file.id}?tab=drafts`);
    const link = page.getByRole("link", { name: drafted.subject, exact: true });
    const line = page.getByRole("listitem").filter({ has: link });
    await expect(line).toContainText(number);
    await expect(line).toContainText(say("draft.state.issued"));
    await expectNoViolation(page, "a file with an issued letter");
    await page.goto(`/files/${drafted.file.id}?tab=record`);
    await expect(page.getByText(say("ledger.kind.communication_issued"), { exact: true })).toBeVisible();
  });
}

test("a document that is not the one in the statement is not signed", async ({ browser, request }) => {
  const drafted = await approved(request, "Another print");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = officer;
  await page.route("**/issue/proof?*", async (route) => {
    const answer = await route.fetch();
    const body = Buffer.concat([await answer.body(), Buffer.from("\n")]);
    await route.fulfill({ response: answer, body });
  });
  const sheet = await toSheet(officer);
  await expect(sheet.getByText(say("sign.fault.print"))).toBeVisible();
  await expect(sheet.getByRole("button", { name: say("sign.do"), exact: true })).toHaveCount(0);
  await expectNoViolation(page, "a document that is another");
  await page.unroute("**/issue/proof?*");
  await sheet.getByRole("button", { name: say("sign.again"), exact: true }).click();
  await sign(officer, "issue");
  await expectSaid(page, say("draft.done.issue", { number: `${await fileNumber(drafted)}/1` }));
});

test("a number that another letter took meanwhile is told, and the next one is signed", async ({
  browser,
  request,
}) => {
  const drafted = await approved(request, "Number taken", 1);
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted);
  const { page, say } = officer;
  const sheet = await toSheet(officer);
  const number = await fileNumber(drafted);
  await expect(sheet).toContainText(`${number}/1`);
  const other = `/communications/${drafted.drafts[1]}`;
  const { version } = await drafted.sender.get<{ version: number }>(other);
  await drafted.sender.send(`${other}/issue`, {}, version);
  await sheet.getByRole("button", { name: say("sign.do"), exact: true }).click();
  await expect(sheet.getByText(say("sign.why.changed"))).toBeVisible();
  await expect(sheet).toContainText(`${number}/2`);
  await expectNoViolation(page, "a number that was taken");

  // It is taken in the moment of signing: the office refuses, and it is tried again.
  const problem = {
    type: "about:blank",
    title: "Another communication took the number",
    status: 409,
    code: "issue-number-taken",
  };
  const contentType = "application/problem+json";
  const path = /\/issue$/;
  await page.route(path, (route) => route.fulfill({ status: 409, contentType, json: problem }));
  await sheet.getByRole("button", { name: say("sign.do"), exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(issueDialog(officer).getByText(problem.title)).toBeVisible();
  await expectNoViolation(page, "a number that is refused");
  await page.unroute(path);
  await goOn(officer);
  await expect(sheet).toContainText(`${number}/2`);
  await sign(officer, "issue");
  await expectSaid(page, say("draft.done.issue", { number: `${number}/2` }));
});

test("on a phone it is signed and issued, and nothing is cut off", async ({ browser, request }) => {
  const drafted = await approved(request, "Issued on a phone");
  const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, "ur");
  const { page, say } = officer;
  await page.setViewportSize(PHONE);
  await page.goto(pathOf(drafted));
  await page.getByRole("tab", { name: say("draft.preview"), exact: true }).click();
  await expect(page.locator("canvas").first()).toBeVisible();
  await expectNoSideScroll(page);
  const sheet = await toSheet(officer);
  await sheet.getByText(say("sign.read"), { exact: true }).click();
  await expect(sheet.locator("canvas").first()).toBeVisible();
  await expectNoViolation(page, "the document to be signed, on a phone");
  await sign(officer, "issue");
  await expect(page.getByText(say("draft.next.issued"))).toBeVisible();
  await expectNoSideScroll(page);
  await expectNoViolation(page, "issued, on a phone");
});
