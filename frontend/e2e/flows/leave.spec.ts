import { expect } from "@playwright/test";
import { CLERK, choosePost, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { signInOnNewFile, write } from "../steps";
import { test } from "../test";

for (const language of LANGUAGES) {
  test(`what is typed while diarising is not left unasked (${language})`, async ({ browser }) => {
    const { page, say } = await signIn(browser, CLERK, language);
    await page.goto("/registry");
    await page
      .getByRole("link", { name: say("registry.diarise") })
      .first()
      .click();
    await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
    const question = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
    const stay = async () => {
      await question.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
      await expect(question).toBeHidden();
      await expect(page).toHaveURL(/registry\/new$/);
      await expect(page.getByLabel(say("receipt.sender_name"))).toHaveValue("Secretary Irrigation");
    };
    await page
      .getByRole("navigation")
      .getByRole("link", { name: say("shell.desk") })
      .first()
      .click();
    await stay();
    await page.goBack();
    await stay();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("g");
    await page.keyboard.press("a");
    await stay();
    await page.goBack();
    await question.getByRole("button", { name: say("ui.unsaved.leave"), exact: true }).click();
    await expect(page).toHaveURL(/registry$/);
  });
}

test("a marking alone is something typed, and after diarising nothing is asked", async ({ browser }) => {
  const { page, say } = await signIn(browser, CLERK, "en");
  await page.goto("/registry/new");
  await choosePost(page, say("receipt.mark.to"), "Section Officer (Budget-I)", /Budget-I\)/);
  await page.locator('a[href="/account"]').first().click();
  const question = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
  await question.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
  await page.getByLabel(say("paper.subject"), { exact: true }).fill(subjectOf("Left after the act"));
  await page.getByRole("button", { name: say("receipt.save"), exact: true }).click();
  await expect(page).toHaveURL(/\/receipts\/[0-9a-f-]{36}/);
  await page.locator('a[href="/account"]').first().click();
  await expect(page).toHaveURL(/account$/);
});

test("a draft is saved on leaving without a question, and asked about only where it cannot be", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Left in writing");
  const { page, say, file: made } = officer;
  await write(officer, ["First words."]);
  await page.keyboard.type(" And the last.");
  const desk = page
    .getByRole("navigation")
    .getByRole("link", { name: say("shell.desk") })
    .first();
  await desk.click();
  await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
  await page.goto(`/files/${made.id}`);
  const text = page.getByRole("textbox", { name: say("note.editor.label") });
  await expect(text).toHaveText("First words. And the last.");

  await page.route("**/draft-note", (route) => route.abort("connectionreset"));
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Not saved.");
  await desk.click();
  const question = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
  await question.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await expect(text).toContainText("Not saved.");
});

test("a dialog with something entered is not closed by a slip", async ({ browser, request }) => {
  const subject = subjectOf("Dialog");
  await newFile(await restOfficer(request, SECTION_OFFICER), subject);
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.goto(`/files?query=${encodeURIComponent(subject)}`);
  await page.getByRole("main").getByRole("link").filter({ hasText: subject }).first().click();
  const open = () => page.getByRole("button", { name: say("file.menu.park"), exact: true }).click();
  const park = page.getByRole("dialog", { name: say("file.park.title"), exact: true });
  const question = page.getByRole("alertdialog", { name: say("discard.title"), exact: true });
  // Keys reach the dialog once it has the focus again.
  const isBack = () => expect(park.locator(":focus")).toHaveCount(1);
  const goOn = async () => {
    await question.getByRole("button", { name: say("discard.not"), exact: true }).click();
    await isBack();
  };
  await open();
  await page.keyboard.press("Escape");
  await expect(park).toBeHidden();

  await open();
  await park.getByLabel(say("paper.remark")).fill("Awaiting the reply");
  await page.keyboard.press("Escape");
  await goOn();
  await page.mouse.click(20, 20);
  await goOn();
  await park.getByRole("button", { name: say("ui.close"), exact: true }).click();
  await goOn();
  await page.goBack();
  const leaving = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
  await leaving.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await isBack();
  await expect(park.getByLabel(say("paper.remark"))).toHaveValue("Awaiting the reply");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: say("discard.do"), exact: true }).click();
  await expect(park).toBeHidden();
});

test("the form of a new file, which stands in the address, is asked about too", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.goto("/files");
  await page.getByRole("button", { name: say("file.open"), exact: true }).click();
  const form = page.getByRole("dialog", { name: say("file.open"), exact: true });
  const subject = subjectOf("A new file");
  await form.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
  await page.goBack();
  const leaving = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
  await leaving.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await expect(form.getByLabel(say("paper.subject"), { exact: true })).toHaveValue(subject);
  await form.getByLabel(say("file.head"), { exact: true }).selectOption({ index: 1 });
  await form.getByRole("button", { name: say("file.open.do"), exact: true }).click();
  await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);
});

test("who signs out in the midst of writing is asked once", async ({ browser }) => {
  const { page, say } = await signIn(browser, CLERK, "en");
  await page.goto("/registry/new");
  await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(say("session.signOut"));
  await page
    .getByRole("option", { name: say("session.signOut") })
    .first()
    .click();
  const question = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
  await question.getByRole("button", { name: say("ui.unsaved.leave"), exact: true }).click();
  await expect(page).toHaveURL(/sign-in$/);
});
