import { expect } from "@playwright/test";
import { CLERK, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { diarise, openFileFor, send, write } from "../steps";
import { test } from "../test";

test("a draft outlives the page and a lost connection", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "en");
  const receipt = await diarise(clerk, subjectOf("Draft"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const file = await openFileFor(officer, receipt);
  await write(officer, ["First words."]);

  await page.context().setOffline(true);
  await page.keyboard.type(" More words.");
  await expect(page.getByText(say("note.draft.offline"))).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible({ timeout: 30_000 });

  await page.goto(file);
  await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText(
    "First words. More words.",
  );
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain("First words");
});

test("references in the notes open the other side at the place", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "en");
  const receipt = await diarise(clerk, subjectOf("References"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  await openFileFor(officer, receipt);
  await write(officer, ["The figures are at p. 3/C, and the docket is para 1/N."]);
  await send(officer, "note.submit_only");

  await page.getByRole("article").getByRole("link", { name: "p. 3/C" }).click();
  await expect(page).toHaveURL(/page=3/);
  await expect(page.getByRole("textbox", { name: say("paper.viewer.page") })).toHaveValue("3");
  await page.getByRole("article").getByRole("link", { name: "para 1/N" }).click();
  await expect(page).toHaveURL(/note=1/);
  await expect(page.locator("#paragraph-1")).toBeFocused();
});

test("an officer finds words in a paper, and turns and enlarges it", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "en");
  const { page, say } = clerk;
  await diarise(clerk, subjectOf("Viewer"));
  await expect(page.locator(".pdfViewer canvas").first()).toBeVisible();
  await page.getByRole("button", { name: say("paper.viewer.find"), exact: true }).click();
  await page.getByRole("searchbox", { name: say("paper.viewer.find_label") }).fill("instalment");
  await expect(page.getByText("1 / 3", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: say("paper.viewer.rotate") }).click();
  await expect(page.locator(".pdfViewer .page").first()).toHaveAttribute("data-loaded", "true");
});

test("what is no document is refused in words, and nothing else is lost", async ({ browser }) => {
  const { page, say } = await signIn(browser, CLERK, "en");
  await page.goto("/registry/new");
  await page.getByLabel(say("receipt.sender_name")).fill("A sender");
  await page.setInputFiles('input[type="file"]', [
    {
      name: "invoice.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("MZ\u0090\u0000 this is a program"),
    },
    { name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.from("") },
  ]);
  await expect(page.getByText(say("paper.upload.empty"))).toBeVisible();
  // What is empty stays empty, however often it is sent.
  await expect(
    page.getByRole("alert").filter({ has: page.getByRole("button", { name: say("paper.upload.retry") }) }),
  ).toHaveCount(1);
  await expect(page.getByLabel(say("receipt.sender_name"))).toHaveValue("A sender");
});
