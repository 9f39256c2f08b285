import { expect } from "@playwright/test";
import { ADDITIONAL_SECRETARY, SECTION_OFFICER, signIn } from "../office";
import { send, signInOnNewFile, write } from "../steps";
import { test } from "../test";

test("a pasted table keeps its cells apart, and a date in Urdu its order", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "Pasted", "ur");
  const { page } = officer;
  await write(officer, ["مراسلہ مورخہ 12-11-2026 ملاحظہ ہو"]);
  await expect(page.locator(".note-editor bdi")).toHaveText("12-11-2026");
  await page.keyboard.press("Shift+Enter");
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/html",
      "<table><tr><td>Head</td><td>Budget</td><td>Actual</td></tr><tr><td>Salaries</td><td>1200</td><td>3400</td></tr></table>",
    );
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror")?.dispatchEvent(paste);
  });
  const paragraphs = [
    "مراسلہ مورخہ 12-11-2026 ملاحظہ ہو",
    "Head | Budget | Actual",
    "Salaries | 1200 | 3400",
  ];
  await expect(page.locator(".note-editor p")).toHaveText(paragraphs);
  await send(officer, "note.submit_only");
  const note = page.getByRole("article");
  await expect(note.locator("p[dir]")).toHaveText(paragraphs);
  await expect(note.locator("p[dir] bdi")).toHaveText("12-11-2026");
});

test("a link opened in a new tab acts for the same post", async ({ browser }) => {
  const { page, say } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
  const acting = page.getByLabel(say("shell.actingFor"));
  const own = await acting.inputValue();
  const [other = ""] = await acting
    .locator("option")
    .evaluateAll(
      (options, first) => options.map((it) => it.getAttribute("value")).filter((it) => it !== first),
      own,
    );
  await acting.selectOption(other ?? "");
  await expect(acting).toHaveValue(other ?? "");
  await page.goto("/files?scope=seen");
  const link = page.locator('main a[href^="/files/"]').first();
  const opened = page.context().waitForEvent("page");
  await link.click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await expect(tab.getByLabel(say("shell.actingFor"))).toHaveValue(other ?? "");
  // The first tab goes on as it was, whatever the other one does.
  await tab.getByLabel(say("shell.actingFor")).selectOption(own);
  await expect(tab.getByLabel(say("shell.actingFor"))).toHaveValue(own);
  await page.reload();
  await expect(acting).toHaveValue(other ?? "");
});

test("the search among the files is empty when the list shows them all", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.goto("/files");
  const field = page.getByLabel(say("file.query"));
  await field.fill("canal");
  await expect(page).toHaveURL(/query=canal/);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: say("shell.files") })
    .first()
    .click();
  await expect(page).not.toHaveURL(/query/);
  await expect(field).toHaveValue("");
});
