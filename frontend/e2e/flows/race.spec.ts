import { expect, test } from "@playwright/test";
import { CLERK, DEPUTY_SECRETARY, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor, send, write } from "../steps";

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
