import { expect, type Locator } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  CLERK,
  DEPUTY_SECRETARY,
  LANGUAGES,
  type Officer,
  SECTION_OFFICER,
  signIn,
  subjectOf,
} from "../office";
import { newFile, restOfficer } from "../rest";
import { comeBack, diarise, sign } from "../steps";
import { test } from "../test";

/** The others stand under More. */
const BUTTONS = new Set(["park", "resume", "return", "pull_back"]);

/** Chooses an act of a file: a button of its own, or an entry under More. */
async function choose({ page, say }: Officer, act: string, values = {}): Promise<void> {
  const name = say(`file.menu.${act}`, values);
  if (BUTTONS.has(act)) return page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: say("file.more"), exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** The open dialog, without a barrier in it. */
async function dialogOf({ page, say }: Officer, title: string): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: say(title), exact: true });
  await expect(dialog).toBeVisible();
  await expectNoViolation(page, title);
  return dialog;
}

async function done({ page, say }: Officer, act: string, values = {}): Promise<void> {
  await expect(page.getByText(say(`file.done.${act}`, values))).toBeVisible();
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const language of LANGUAGES) {
  test(`a file is amended, linked, parked, split, continued, closed and reopened (${language})`, async ({
    browser,
    request,
  }) => {
    const rest = await restOfficer(request, SECTION_OFFICER);
    const other = await newFile(rest, subjectOf("An earlier case"));
    const made = await newFile(rest, subjectOf("Every act"));
    const officer = await signIn(browser, SECTION_OFFICER, language);
    const { page, say } = officer;
    await page.goto(`/files/${made.id}`);

    await choose(officer, "access");
    let dialog = await dialogOf(officer, "file.access.title");
    await expect(dialog.getByText(say("file.access.opened"))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    await choose(officer, "edit");
    dialog = await dialogOf(officer, "file.edit.title");
    await dialog.getByLabel(say("paper.subject"), { exact: true }).fill("");
    await dialog.getByRole("button", { name: say("file.edit.do"), exact: true }).click();
    await expect(dialog.getByText(say("paper.subject.missing"))).toBeVisible();
    const subject = subjectOf("Amended");
    await dialog.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
    await dialog.getByLabel(say("paper.priority"), { exact: true }).selectOption("immediate");
    await dialog.getByRole("button", { name: say("file.edit.do"), exact: true }).click();
    await done(officer, "edit");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);

    await choose(officer, "link");
    dialog = await dialogOf(officer, "file.link.title");
    await dialog.getByRole("combobox", { name: say("file.link.file") }).fill(other.number ?? "");
    await page
      .getByRole("option")
      .filter({ hasText: other.number ?? "" })
      .first()
      .click();
    await dialog.getByRole("button", { name: say("file.link.do"), exact: true }).click();
    await done(officer, "link");
    await choose(officer, "unlink", { number: `\u2066${other.number}\u2069` });
    await done(officer, "unlink");

    await choose(officer, "park");
    dialog = await dialogOf(officer, "file.park.title");
    await dialog.getByLabel(say("file.park.until")).fill(inDays(-1));
    await dialog.getByRole("button", { name: say("file.park.do"), exact: true }).click();
    await expect(dialog.getByText(say("file.park.wrong"))).toBeVisible();
    await dialog.getByLabel(say("file.park.until")).fill(inDays(5));
    await dialog.getByRole("button", { name: say("file.park.do"), exact: true }).click();
    await done(officer, "park");
    await choose(officer, "resume");
    await done(officer, "resume");

    await choose(officer, "part");
    dialog = await dialogOf(officer, "file.part.title");
    await dialog.getByRole("button", { name: say("file.part.do"), exact: true }).click();
    await expect(page).not.toHaveURL(new RegExp(made.id));
    await choose(officer, "merge");
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("file.menu.merge"), exact: true })
      .click();
    await done(officer, "merge");

    await page.goto(`/files/${made.id}`);
    await choose(officer, "close");
    dialog = await dialogOf(officer, "file.close.title");
    await dialog.getByRole("button", { name: say("file.close.do"), exact: true }).click();
    await dialogOf(officer, "sign.title.close");
    await sign(officer, "close");
    await done(officer, "close");
    await expect(page.getByRole("button", { name: say("note.write"), exact: true })).toBeHidden();
    await choose(officer, "reopen");
    dialog = await dialogOf(officer, "file.reopen.title");
    await dialog.getByRole("button", { name: say("file.reopen.do"), exact: true }).click();
    await expect(dialog.getByText(say("paper.reason.give"))).toBeVisible();
    await dialog.getByLabel(say("paper.reason"), { exact: true }).fill("A reply has come");
    await dialog.getByRole("button", { name: say("file.reopen.do"), exact: true }).click();
    await done(officer, "reopen");

    await choose(officer, "volume");
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("file.menu.volume"), exact: true })
      .click();
    await expect(page).not.toHaveURL(new RegExp(made.id));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);
  });

  test(`copies are seen and leave the desk, one and many (${language})`, async ({ browser, request }) => {
    const clerk = await restOfficer(request, CLERK);
    const deputy = await restOfficer(request, DEPUTY_SECRETARY);
    const officer = await restOfficer(request, SECTION_OFFICER);
    const subjects = ["One", "Two", "Three"].map((word) => subjectOf(`Copy ${word}`));
    const ids: string[] = [];
    for (const subject of subjects) {
      const mark = {
        to_post_id: officer.post,
        action: "necessary_action",
        copies: [{ post_id: deputy.post, action: "information" }],
      };
      const paper = {
        received_on: inDays(-2),
        mode: "post",
        sender_name: "Accountant General",
        subject,
        language: "en",
        classification: "unclassified",
        priority: "most_immediate",
        document_ids: [],
        mark,
      };
      ids.push((await clerk.send("/receipts", paper)).id);
    }
    const { page, say } = await signIn(browser, DEPUTY_SECRETARY, language);
    await page.goto(`/receipts/${ids[0]}`);
    await page.getByRole("button", { name: say("receipt.act.seen"), exact: true }).click();
    await expect(page.getByText(say("receipt.done.seen"))).toBeVisible();
    await page.goto("/?kind=copy&sort=arrival");
    const row = (subject = "") => page.locator("[data-desk-row]").filter({ hasText: subject });
    await expect(row(subjects[1])).toBeVisible();
    await expect(row(subjects[0])).toBeHidden();
    await row(subjects[1]).getByRole("checkbox").check();
    await row(subjects[2]).getByRole("checkbox").check();
    await page.getByRole("toolbar").getByRole("button").nth(1).click();
    await expect(row(subjects[1])).toBeHidden();
    await expect(row(subjects[2])).toBeHidden();
  });
}

test("what a colleague corrects while the form is open is not put back", async ({ browser, request }) => {
  const officer = await signIn(browser, CLERK, "en");
  const { page, say } = officer;
  const subject = subjectOf("Corrected by two");
  const rest = await restOfficer(request, CLERK);
  const address = await diarise(officer, subject);
  const path = `/receipts/${address.split("/").at(-1)?.slice(0, 36)}`;
  await page.getByRole("button", { name: say("receipt.act.correct"), exact: true }).click();
  const form = page.getByRole("dialog", { name: say("receipt.correct.title"), exact: true });
  await form.getByLabel(say("receipt.enclosures")).fill("One map");
  const { version } = await rest.get<{ version: number }>(path);
  await rest.change(path, { sender_name: "Corrected sender" }, version);
  await comeBack(page);
  await expect(page.getByText("Corrected sender").first()).toBeAttached();
  await form.getByRole("button", { name: say("receipt.correct.do"), exact: true }).click();
  await expect(form).toBeHidden();
  expect(await rest.get(path)).toMatchObject({ sender_name: "Corrected sender", enclosures: "One map" });
});
