import { expect } from "@playwright/test";
import { CLERK, DEPUTY_SECRETARY, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor, send, signInOnNewFile, signing, write } from "../steps";
import { test } from "../test";

test("of two who act on the same file at once one wins, and the other is told", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "en");
  const receipt = await diarise(clerk, subjectOf("Two at once"));
  const first = await signIn(browser, SECTION_OFFICER, "en");
  const file = await openFileFor(first, receipt);
  const second = await signIn(browser, SECTION_OFFICER, "en");
  await second.page.goto(file);
  await write(second, ["This text must not be lost."]);

  await first.page.getByRole("button", { name: first.say("note.send_only"), exact: true }).click();
  await send(first, "note.send");

  await second.page.getByRole("button", { name: second.say("note.submit_and_send"), exact: true }).click();
  await expect(second.page.getByRole("alert").getByText(second.say("paper.stale.title"))).toBeVisible();
  await expect(second.page.getByText("This text must not be lost.")).toBeVisible();
});

test("of two windows with two drafts neither text is lost", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Two windows");
  const { page, say, file: made } = officer;
  const other = { page: await page.context().newPage(), say };
  await other.page.goto(`/files/${made.id}`);
  await other.page.getByRole("button", { name: say("note.write"), exact: true }).click();
  const text = other.page.getByRole("textbox", { name: say("note.editor.label") });
  await expect(text).toBeVisible();
  await write(officer, ["The long text of window one."]);

  // At once, before the draft saves itself; and again, with the conflict in sight.
  await text.click();
  await other.page.keyboard.type("Two.");
  const submit = other.page.getByRole("button", { name: say("note.submit_only"), exact: true });
  await submit.click();
  await expect(other.page.getByText(say("note.conflict"))).toBeVisible();
  await submit.click();
  await expect(other.page.getByText(say("note.conflict.first"))).toBeVisible();
  await expect(other.page.getByRole("article")).toHaveCount(0);

  // Both texts are in sight before anything is chosen, and the one that is not chosen can still be copied.
  await expect(other.page.getByLabel(say("note.conflict.other"))).toHaveValue("The long text of window one.");
  await expect(text).toHaveText("Two.");
  await other.page.getByRole("button", { name: say("note.conflict.theirs"), exact: true }).click();
  await expect(text).toHaveText("The long text of window one.");
  const left = other.page.getByLabel(say("note.conflict.left"));
  await expect(left).toHaveValue("Two.");
  await other.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await other.page.getByRole("button", { name: say("note.kept.copy"), exact: true }).click();
  await expect(other.page.getByText(say("note.kept.copied"))).toBeVisible();
  expect(await other.page.evaluate(() => navigator.clipboard.readText())).toBe("Two.");
  await other.page.getByRole("button", { name: say("note.kept.close"), exact: true }).click();
  await expect(left).toBeHidden();
  await send(other, "note.submit_only");
  await expect(other.page.getByRole("article")).toContainText("The long text of window one.");
});

for (const [language, width, height] of [
  ["en", 1440, 900],
  ["ur", 390, 844],
] as const) {
  test(`of two texts the chosen one goes over what was seen, not over what came since (${language})`, async ({
    browser,
    request,
  }, info) => {
    const officer = await signInOnNewFile({ browser, request }, "Chosen unseen", language);
    const { page, say, file: made } = officer;
    const other = { page: await page.context().newPage(), say };
    await other.page.setViewportSize({ width, height });
    await other.page.goto(`/files/${made.id}`);
    await other.page.getByRole("button", { name: say("note.write"), exact: true }).click();
    const text = other.page.getByRole("textbox", { name: say("note.editor.label") });
    await expect(text).toBeVisible();
    await write(officer, ["An hour of work.", "And its second paragraph."]);
    await text.click();
    await other.page.keyboard.type("Two.");
    const theirs = other.page.getByLabel(say("note.conflict.other"));
    await expect(theirs).toHaveValue(/An hour of work\.\s+And its second paragraph\./);
    await theirs.scrollIntoViewIfNeeded();
    await other.page.screenshot({ path: info.outputPath(`two-texts-${language}-${width}.png`) });

    const saved = page.waitForResponse((answer) => answer.url().endsWith("/draft-note") && answer.ok());
    await page.keyboard.type(" More.");
    await saved;
    await other.page.getByRole("button", { name: say("note.conflict.mine"), exact: true }).click();
    await expect(theirs).toHaveValue(/paragraph\. More\.$/);
    await other.page.getByRole("button", { name: say("note.conflict.mine"), exact: true }).click();
    await expect(other.page.getByLabel(say("note.conflict.left"))).toHaveValue(/paragraph\. More\.$/);
    await expect(text).toHaveText("Two.");
    await expect(other.page.getByText(say("note.draft.saved"))).toBeVisible();
  });
}

test("a draft that another window has changed is not signed unseen", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Old window");
  const { page, say, file: made } = officer;
  await write(officer, ["First thoughts."]);
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
  const other = { page: await page.context().newPage(), say };
  await other.page.goto(`/files/${made.id}`);
  const text = other.page.getByRole("textbox", { name: say("note.editor.label") });
  await expect(text).toHaveText("First thoughts.");
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/draft-note") && answer.ok());
  await page.keyboard.type(" Second thoughts.");
  await saved;

  await other.page.getByRole("button", { name: say("note.submit_only"), exact: true }).click();
  await expect(other.page.getByText(say("note.conflict"))).toBeVisible();
  await expect(other.page.getByRole("article")).toHaveCount(0);
  await other.page.getByRole("button", { name: say("note.conflict.theirs"), exact: true }).click();
  await expect(text).toHaveText("First thoughts. Second thoughts.");
  await send(other, "note.submit_only");
  await expect(other.page.getByRole("article")).toContainText("First thoughts. Second thoughts.");
});

test("nothing can be typed into a note that is on its way", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "On its way");
  const { page, say } = officer;
  await write(officer, ["Before."]);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/notes", async (route) => {
    if (route.request().method() === "POST") await arrived;
    await route.continue();
  });
  await page.getByRole("button", { name: say("note.submit_only"), exact: true }).click();
  await signing(officer, "note")
    .getByRole("button", { name: say("sign.do"), exact: true })
    .click();
  await expect(page.locator(".note-editor [contenteditable]")).toHaveAttribute("contenteditable", "false");
  await page.keyboard.type(" Meanwhile.");
  await expect(page.locator(".note-editor")).not.toContainText("Meanwhile");
  arrive();
  await expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Before.");
});

test("a file can be pulled back until the receiver has opened it", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "en");
  const receipt = await diarise(clerk, subjectOf("Pulled back"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const file = await openFileFor(officer, receipt);
  const sendOn = async () => {
    await page.getByRole("button", { name: say("note.send_only"), exact: true }).click();
    await send(officer, "note.send");
    await page.getByRole("button", { name: say("note.sent.stay"), exact: true }).click();
  };
  const pullBack = page.getByRole("button", { name: say("file.menu.pull_back"), exact: true });

  await sendOn();
  await pullBack.click();
  await expect(page.getByText(say("file.done.pull_back"))).toBeVisible();

  await sendOn();
  const deputy = await signIn(browser, DEPUTY_SECRETARY, "en");
  await deputy.page.goto(file);
  await expect(
    deputy.page.getByRole("button", { name: deputy.say("note.write"), exact: true }),
  ).toBeVisible();
  await expect(pullBack).toBeVisible();
  await pullBack.click();
  await expect(pullBack).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(pullBack).toBeHidden();
});
