import { expect, type Locator } from "@playwright/test";
import { CLERK, type Officer, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { test } from "../test";

/** A new file with "Send without a note" open and the usual channel filled in; answers the field. */
async function openSending({ page, say }: Officer, file: string): Promise<Locator> {
  await page.goto(`/files/${file}`);
  await page.getByRole("button", { name: say("note.send_only"), exact: true }).click();
  const field = page.getByRole("combobox", { name: say("note.send.to") });
  await expect(field).toHaveValue(/Deputy Secretary \(Budget\)/);
  return field;
}

for (const leave of ["mouse", "Tab", "Enter"] as const) {
  test(`a post that was typed in full gets the file, left by ${leave}`, async ({ browser, request }) => {
    const made = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("Typed in full"));
    const officer = await signIn(browser, SECTION_OFFICER, "en");
    const { page, say } = officer;
    const field = await openSending(officer, made.id);
    await field.click();
    await page.keyboard.press("ControlOrMeta+A");
    const found = page.waitForResponse(/\/posts\?query=secretary(\+|%20)finance&/);
    await page.keyboard.type("secretary finance", { delay: 20 });
    await found;
    await expect(page.getByRole("option", { name: /^Secretary Finance/ })).toBeVisible();
    if (leave !== "mouse") await page.keyboard.press(leave);
    // A real press at the place of the button, as the list over it is not asked to go first.
    const button = await page.getByRole("button", {
      name: say("note.send"),
      exact: true,
      includeHidden: true,
    });
    const box = await button.boundingBox();
    if (!box) throw new Error("the button is not on the page");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const sent = page.getByRole("region", { name: say("note.sent"), exact: true });
    await expect(sent).toContainText("Secretary Finance");
    await expect(sent).not.toContainText("Deputy");
  });
}

test("words that name no single post send the file nowhere", async ({ browser, request }) => {
  const officerAtRest = await restOfficer(request, SECTION_OFFICER);
  const made = await newFile(officerAtRest, subjectOf("Typed half"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const field = await openSending(officer, made.id);
  await field.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Section Officer", { delay: 20 });
  await expect(page.getByRole("option").nth(2)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("Section Officer");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(say("ui.picker.choose"))).toBeVisible();
  await page.getByRole("button", { name: say("note.send"), exact: true }).click();
  await expect(page.getByText(say("ui.picker.choose"))).toBeVisible();
  const file = await officerAtRest.get<{ holder: { id: string } }>(`/files/${made.id}`);
  expect(file.holder.id).toBe(officerAtRest.post);

  // Escape is the way back: the field is empty and says what it wants.
  await field.focus();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("");
  await page.getByRole("button", { name: say("note.send"), exact: true }).click();
  await expect(page.getByText(say("note.send.missing"))).toBeVisible();
});

test("words left before the search has answered are kept, and taken when it has", async ({
  browser,
  request,
}) => {
  const made = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("Typed fast"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const field = await openSending(officer, made.id);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/posts\?.*query=/, async (route) => {
    await answered;
    await route.continue();
  });
  await field.fill("Secretary Finance");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: say("note.send"), exact: true }).click();
  await expect(field).toHaveValue("Secretary Finance");
  await expect(page.getByText(say("ui.picker.choose"))).toBeVisible();
  answer();
  await expect(field).toHaveValue(/^Secretary Finance · /);
  await expect(page.getByText(say("ui.picker.choose"))).toBeHidden();
  await page.getByRole("button", { name: say("note.send"), exact: true }).click();
  await expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toContainText(
    "Secretary Finance",
  );
});

for (const button of ["receipt.save", "receipt.save_next"]) {
  test(`a marking that was typed and not chosen is not left out (${button})`, async ({ browser }) => {
    const { page, say } = await signIn(browser, CLERK, "en");
    await page.goto("/registry/new");
    const subject = subjectOf("Marked by typing");
    await page.getByLabel(say("receipt.sender_name")).fill("Accountant General");
    await page.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
    const field = page.getByRole("combobox", { name: say("receipt.mark.to") });
    await field.fill("Section Officer");
    await expect(page.getByRole("option").nth(2)).toBeVisible();
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: say(button), exact: true }).click();
    await expect(field).toBeFocused();
    await expect(page.getByText(say("ui.picker.choose"))).toBeVisible();
    await expect(page).toHaveURL(/registry\/new/);

    await page
      .getByRole("option", { name: /Budget-I\)/ })
      .first()
      .click();
    await expect(page.getByText(say("ui.picker.choose"))).toBeHidden();
    await page.getByRole("button", { name: say("receipt.mark.add_copy"), exact: true }).click();
    await page.getByRole("combobox", { name: say("receipt.mark.copy") }).fill("Deputy Secretary");
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: say(button), exact: true }).click();
    await expect(page.getByText(say("ui.picker.choose"))).toBeVisible();
    await expect(page).toHaveURL(/registry\/new/);

    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: say("receipt.mark.copy_remove"), exact: true }).click();
    await page.getByRole("button", { name: say(button), exact: true }).click();
    if (button === "receipt.save") await expect(page).toHaveURL(/\/receipts\//);
    else await expect(page.getByText(say("receipt.last"))).toBeVisible();
    await page.goto(`/registry?query=${encodeURIComponent(subject)}`);
    await expect(page.getByRole("row").filter({ hasText: subject })).toContainText(
      "Section Officer (Budget-I)",
    );
  });
}
