import { expect, type Page } from "@playwright/test";
import { CLERK, SECTION_OFFICER } from "../office";
import { restOfficer } from "../rest";
import { beginDiarising, comeBack, sign, signInOnNewFile, write } from "../steps";
import { test } from "../test";

/** The server does what it is asked, but the first answer never arrives. */
async function loseFirstAnswer(page: Page, path: string): Promise<void> {
  let lost = false;
  await page.route(path, async (route) => {
    if (lost || route.request().method() !== "POST") return route.continue();
    lost = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
}

/** A while later the connection is back: the page reads again what it shows. */
async function readAgain(page: Page, path: RegExp): Promise<void> {
  const read = page.waitForResponse((answer) => path.test(answer.url()) && answer.ok());
  await comeBack(page);
  await read;
}

test("a paper whose answer was lost gets one number, whichever button is pressed next", async ({
  browser,
  request,
}) => {
  const { page, say, subject } = await beginDiarising(browser, "Lost answer");
  await loseFirstAnswer(page, "**/api/v1/receipts");
  await page.getByRole("button", { name: say("receipt.save"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(say("act.unknown"));
  await page.getByRole("button", { name: say("receipt.save_next"), exact: true }).click();
  await expect(page.getByText(say("receipt.last"))).toBeVisible();
  const clerk = await restOfficer(request, CLERK);
  const found = await clerk.get<{ items: object[] }>(`/receipts?query=${encodeURIComponent(subject)}`);
  expect(found.items).toHaveLength(1);
});

test("a paper that is amended after a lost answer is not diarised again unasked", async ({
  browser,
  request,
}) => {
  const { page, say, subject } = await beginDiarising(browser, "Lost and amended");
  await loseFirstAnswer(page, "**/api/v1/receipts");
  const save = page.getByRole("button", { name: say("receipt.save"), exact: true });
  await save.click();
  await expect(page.getByRole("alert")).toContainText(say("act.unknown"));
  await page.getByLabel(say("receipt.enclosures")).fill("One map");
  await save.click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText(say("receipt.earlier.do"));
  const clerk = await restOfficer(request, CLERK);
  const found = await clerk.get<{ items: object[] }>(`/receipts?query=${encodeURIComponent(subject)}`);
  expect(found.items).toHaveLength(1);

  // What was typed is still there, for the case that it is another paper.
  await question.getByRole("button", { name: say("receipt.earlier.back"), exact: true }).click();
  await expect(page.getByLabel(say("receipt.enclosures"))).toHaveValue("One map");
});

test("an agreement whose answer was lost is signed once", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Lost agreement");
  const { page, say, file: made } = officer;
  await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
  await loseFirstAnswer(page, "**/notes");
  const agree = page.getByRole("button", { name: say("note.agree_only"), exact: true });
  await agree.click();
  await sign(officer, "agreement");
  await expect(page.getByRole("alert")).toContainText(say("act.unknown"));
  await readAgain(page, new RegExp(`/files/${made.id}$`));
  await expect(page.getByRole("article")).toHaveCount(1);
  await agree.click();
  await expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("a note whose answer was lost is signed once, and taken for nobody else's", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Lost note");
  const { page, say, file: made } = officer;
  await write(officer, ["Signed once."]);
  await loseFirstAnswer(page, "**/notes");
  const submit = page.getByRole("button", { name: say("note.submit_only"), exact: true });
  await submit.click();
  await sign(officer, "note");
  await expect(page.getByRole("alert")).toContainText(say("act.unknown"));
  await readAgain(page, new RegExp(`/files/${made.id}$`));
  await expect(page.getByRole("article")).toHaveCount(1);
  await submit.click();
  await expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();
  await page.getByRole("button", { name: say("note.sent.stay"), exact: true }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("button", { name: say("note.write"), exact: true })).toBeVisible();
});

test("a closing whose answer was lost is asked for again as it was signed", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Lost closing");
  const { page, say, file: made } = officer;
  const signatures: string[] = [];
  await loseFirstAnswer(page, "**/closure");
  page.on("request", (sent) => {
    if (sent.url().endsWith("/closure")) signatures.push(JSON.stringify(sent.postDataJSON().signature));
  });
  await page.getByRole("button", { name: say("file.more"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("file.menu.close"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("file.close.title"), exact: true });
  const close = dialog.getByRole("button", { name: say("file.close.do"), exact: true });
  await close.click();
  await sign(officer, "close");
  await expect(dialog.getByRole("alert")).toContainText(say("act.unknown"));
  await close.click();
  await expect(page.getByText(say("file.done.close"))).toBeVisible();
  expect(signatures).toHaveLength(2);
  expect(signatures[1]).toBe(signatures[0]);
  const rest = await restOfficer(request, SECTION_OFFICER);
  expect(await rest.get(`/files/${made.id}`)).toMatchObject({ state: "closed" });
});

test("another act after a lost one waits until the officer has looked", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Lost, then changed");
  const { page, say, file: made } = officer;
  await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
  await loseFirstAnswer(page, "**/notes");
  await page.getByRole("button", { name: say("note.agree_only"), exact: true }).click();
  await sign(officer, "agreement");
  await expect(page.getByRole("alert")).toContainText(say("act.unknown"));
  await readAgain(page, new RegExp(`/files/${made.id}$`));
  await expect(page.getByRole("combobox", { name: say("note.send.to") })).not.toHaveValue("");
  await page.getByRole("button", { name: say("note.agree_and_send"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(say("act.perhaps"));
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("what was sent on without an answer can be asked for again where the file is gone", async ({
  browser,
  request,
}) => {
  const { page, say, file: made } = await signInOnNewFile({ browser, request }, "Lost and gone");
  await page.getByRole("button", { name: say("note.send_only"), exact: true }).click();
  await expect(page.getByRole("combobox", { name: say("note.send.to") })).not.toHaveValue("");
  await loseFirstAnswer(page, "**/movements");
  await page.getByRole("button", { name: say("note.send"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(say("act.unknown"));
  await readAgain(page, new RegExp(`/files/${made.id}$`));
  await page.getByRole("button", { name: say("ui.retry"), exact: true }).click();
  await expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();
});

test("a text that can no longer be saved does not vanish with the file", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Gone meanwhile");
  const { page, say, file: made } = officer;
  await page.getByRole("button", { name: say("note.write"), exact: true }).click();
  const text = page.getByRole("textbox", { name: say("note.editor.label") });
  await text.click();
  const other = await page.context().newPage();
  await other.goto(`/files/${made.id}`);
  await other.getByRole("button", { name: say("note.send_only"), exact: true }).click();
  await expect(other.getByRole("combobox", { name: say("note.send.to") })).not.toHaveValue("");
  await other.getByRole("button", { name: say("note.send"), exact: true }).click();
  await expect(other.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();

  await page.keyboard.type("Typed too late.");
  await expect(page.getByText(say("note.draft.refused"))).toBeVisible();
  await readAgain(page, new RegExp(`/files/${made.id}$`));
  await expect(page.getByLabel(say("note.overtaken"), { exact: true })).toHaveValue("Typed too late.");
  await expect(page.getByText(say("note.overtaken.why"))).toBeVisible();
});
