import { expect, type Page } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  CLERK,
  LETTER,
  type Officer,
  PASSWORD,
  SECTION_OFFICER,
  signIn,
  subjectOf,
  wordsOf,
} from "../office";
import { newFile, restOfficer } from "../rest";
import { signInOnNewFile, write } from "../steps";
import { test } from "../test";

/** Signs out in another tab; the page learns of it by its next request. */
async function endSession({ page, say }: Officer): Promise<void> {
  const other = await page.context().newPage();
  await other.goto("/account");
  await other.getByRole("button", { name: say("session.signOut"), exact: true }).click();
  await expect(other).toHaveURL(/sign-in$/);
  await other.close();
}

async function signInAgain({ page, say }: Officer): Promise<void> {
  const dialog = page.getByRole("alertdialog", { name: say("ended.title"), exact: true });
  await dialog.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(dialog).toBeHidden();
}

function noError(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

test("a paper that is being diarised outlives the end of the session", async ({ browser }) => {
  const officer = await signIn(browser, CLERK, "en");
  const { page, say } = officer;
  const errors = noError(page);
  const subject = subjectOf("Outlives the session");
  await page.goto("/registry/new");
  await page.setInputFiles('input[type="file"]', LETTER);
  await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
  await page.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
  await expect(page.getByText(say("receipt.waiting"))).toBeHidden();
  await endSession(officer);
  const save = page.getByRole("button", { name: say("receipt.save"), exact: true });
  await save.click();
  const dialog = page.getByRole("alertdialog", { name: say("ended.title"), exact: true });
  await expect(dialog.getByLabel(say("session.userName"))).toHaveValue(CLERK);
  await expectNoViolation(page, "signing in again");
  await page.keyboard.press("Escape");
  await dialog.getByLabel(say("session.password"), { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await signInAgain(officer);
  await expect(page).toHaveURL(/registry\/new$/);
  await save.click();
  await expect(page).toHaveURL(/\/receipts\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(errors).toEqual([]);
});

test("a note that is being written outlives the end of the session", async ({ browser, request }) => {
  const made = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("Session and note"));
  const officer = await signIn(browser, SECTION_OFFICER, "ur");
  const { page, say } = officer;
  const errors = noError(page);
  await page.goto(`/files/${made.id}`);
  await write(officer, ["First words."]);
  await endSession(officer);
  await page.keyboard.type(" Words after the end.");
  await signInAgain(officer);
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText(
    "First words. Words after the end.",
  );
  expect(errors).toEqual([]);
});

test("a dialog that is open outlives the end of the session, and another officer can sign in", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Session and dialog");
  const { page, say } = officer;
  await page.getByRole("button", { name: say("file.menu.park"), exact: true }).click();
  const park = page.getByRole("dialog", { name: say("file.park.title"), exact: true });
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await park.getByLabel(say("file.park.until")).fill(day);
  await park.getByLabel(say("paper.remark")).fill("Awaiting the reply");
  await endSession(officer);
  const submit = park.getByRole("button", { name: say("file.park.do"), exact: true });
  await submit.click();
  await signInAgain(officer);
  await expect(park.getByLabel(say("paper.remark"))).toHaveValue("Awaiting the reply");
  await submit.click();
  await expect(page.getByText(say("file.done.park"))).toBeVisible();

  await endSession(officer);
  await page.getByRole("button", { name: say("file.menu.resume"), exact: true }).click();
  const dialog = page.getByRole("alertdialog", { name: say("ended.title"), exact: true });
  await dialog.getByRole("button", { name: say("session.signOut"), exact: true }).click();
  await expect(page).toHaveURL(/sign-in$/);
  await page.getByLabel(say("session.userName")).fill(CLERK);
  await page.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(page.getByRole("banner")).toContainText(say("shell.registry"));
});

test("the sign-in page never leads to itself", async ({ page }) => {
  const say = wordsOf("en");
  await page.goto("/sign-in?next=/sign-in%3Fnext%3D%252Ffiles");
  await page.getByLabel(say("session.userName")).fill(SECTION_OFFICER);
  await page.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
});
