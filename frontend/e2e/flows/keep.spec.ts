import { expect, type Page } from "@playwright/test";
import { ADDITIONAL_SECRETARY, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { beginDiarising, comeBack, send, sign, signInOnNewFile, write } from "../steps";
import { test } from "../test";

/** Chooses the post that is not the officer's own; answers its id. */
async function chooseOtherPost(page: Page, label: string): Promise<string> {
  const acting = page.getByLabel(label);
  const first = await acting.inputValue();
  const other = await acting.locator(`option:not([value="${first}"])`).first().getAttribute("value");
  await acting.selectOption(other);
  await expect(acting).toHaveValue(other ?? "");
  return other ?? "";
}

test("a paper that is on its way is no longer changed", async ({ browser }) => {
  const { page, say } = await beginDiarising(browser, "On its way");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/api/v1/receipts", async (route) => {
    if (route.request().method() === "POST") await arrived;
    await route.continue();
  });
  const enclosures = page.locator("#receipt-enclosures");
  await page.getByRole("button", { name: say("receipt.save_next"), exact: true }).click();
  await expect(enclosures.and(page.locator("[inert] *"))).toBeVisible();
  await enclosures.evaluate((field) => field.focus());
  await page.keyboard.type("One map");
  await expect(enclosures).toHaveValue("");
  arrive();
  await expect(page.getByText(say("receipt.last"))).toBeVisible();
  await expect(page.getByLabel(say("receipt.sender_name"))).toBeFocused();
});

test("a note outlives the turning of a tablet", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Turned");
  const { page, say } = officer;
  await page.setViewportSize({ width: 1180, height: 820 });
  await write(officer, ["Before turning."]);
  await page.setViewportSize({ width: 820, height: 1180 });
  const text = page.getByRole("textbox", { name: say("note.editor.label") });
  await expect(text).toHaveText("Before turning.");
  await text.click();
  await page.keyboard.press("Control+End");
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/draft-note") && answer.ok());
  await page.keyboard.type(" After turning.");
  await saved;
  await page.setViewportSize({ width: 1180, height: 820 });
  await expect(text).toHaveText("Before turning. After turning.");
  await expect(page.getByText(say("note.conflict"))).toBeHidden();
});

test("a text that could not be saved is asked about on every page of the tab", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Left unsaved");
  const { page, say } = officer;
  await write(officer, ["First words."]);
  await page.route("**/draft-note", (route) => route.abort("connectionreset"));
  await page.keyboard.type(" Not saved.");
  await page
    .getByRole("navigation")
    .getByRole("link", { name: say("shell.desk") })
    .first()
    .click();
  await page
    .getByRole("alertdialog", { name: say("ui.unsaved"), exact: true })
    .getByRole("button", { name: say("ui.unsaved.leave"), exact: true })
    .click();
  await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe("beforeunload");
});

test("the desk on the page is the desk of the post that is chosen", async ({ browser }) => {
  const { page, say } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
  await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
  const list = page.waitForRequest(
    (request) => /\/desk\?/.test(request.url()) && !/limit=1(&|$)/.test(request.url()),
  );
  const post = await chooseOtherPost(page, say("shell.actingFor"));
  expect((await list).headers()["acting-post"]).toBe(post);
});

test("when the charge ends, what is being written for it is not called saved", async ({
  browser,
  request,
}) => {
  const { page, say } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
  const post = await chooseOtherPost(page, say("shell.actingFor"));
  const rest = await restOfficer(request, SECTION_OFFICER);
  const made = await newFile(rest, subjectOf("Charge ends"));
  await rest.send(`/files/${made.id}/movements`, { to_post_id: post, action: "for_approval" }, made.version);
  await page.goto(`/files/${made.id}`);
  await write({ page, say }, ["Words of this post."]);
  await page.route("**/api/v1/**", (route) => {
    if (route.request().headers()["acting-post"] !== post) return route.continue();
    const code = "acting-post-not-held";
    const body = { type: `/problems/${code}`, title: "You do not hold this post", status: 403, code };
    return route.fulfill({ status: 403, contentType: "application/problem+json", json: body });
  });
  await page.keyboard.type(" More words.");
  await expect(page.getByText(say("note.draft.refused"))).toBeVisible();
  await comeBack(page);
  const question = page.getByRole("alertdialog", { name: say("charge.ended"), exact: true });
  await question.getByRole("button", { name: say("charge.ended.stay"), exact: true }).click();
  await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText(
    "Words of this post. More words.",
  );
  await expect(page.getByText(say("note.draft.saved"))).toBeHidden();

  await page
    .getByRole("navigation")
    .getByRole("link", { name: say("shell.desk") })
    .first()
    .click();
  await page
    .getByRole("alertdialog", { name: say("ui.unsaved"), exact: true })
    .getByRole("button", { name: say("ui.unsaved.leave"), exact: true })
    .click();
  await expect(page.getByLabel(say("shell.actingFor"))).not.toHaveValue(post);
  await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
});

test("a note that was not submitted stays in sight when the file is sent without it", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Not submitted");
  const { page, say } = officer;
  await write(officer, ["Not submitted."]);
  await page.getByRole("button", { name: say("note.compose.later"), exact: true }).click();
  await page.getByRole("button", { name: say("note.send_only"), exact: true }).click();
  await expect(page.getByText(say("note.unsubmitted"))).toBeVisible();
  await send(officer, "note.send");
  await page.getByRole("button", { name: say("note.sent.stay"), exact: true }).click();
  await expect(page.getByText(say("note.overtaken.kept"))).toBeVisible();
  await expect(page.getByLabel(say("note.overtaken"), { exact: true })).toHaveValue("Not submitted.");
});

test("whoever closes a file with a note begun is told before", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Begun");
  const { page, say } = officer;
  const dialog = page.getByRole("dialog", { name: say("file.close.title"), exact: true });
  const openDialog = async () => {
    await page.getByRole("button", { name: say("file.more"), exact: true }).click();
    await page.getByRole("menuitem", { name: say("file.menu.close"), exact: true }).click();
    await expect(dialog).toBeVisible();
  };
  await openDialog();
  await expect(dialog.getByText(say("note.unsubmitted"))).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await write(officer, ["Begun."]);
  await openDialog();
  await expect(dialog.getByText(say("note.unsubmitted"))).toBeVisible();
  await dialog.getByRole("button", { name: say("file.close.do"), exact: true }).click();
  await sign(officer, "close");
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel(say("note.overtaken"), { exact: true })).toHaveValue("Begun.");
});

test("a tab that is opened from the desk acts for the same post", async ({ browser }) => {
  const { page, say } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
  const post = await chooseOtherPost(page, say("shell.actingFor"));
  const other = await page.context().newPage();
  await other.goto("/");
  await expect(other.getByLabel(say("shell.actingFor"))).toHaveValue(post);
});
