import { expect, type Page } from "@playwright/test";
import { CLERK, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { signInOnNewFile, write } from "../steps";
import { test } from "../test";

/** The server cannot be reached for some pieces of the program; answers how it comes back. */
async function withhold(page: Page, pieces: RegExp): Promise<() => Promise<void>> {
  await page.route(pieces, (route) => route.abort());
  return () => page.unroute(pieces);
}

test("an editor that could not be loaded says so in its place and is loaded anew", async ({
  browser,
  request,
}) => {
  const made = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("No editor"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const comeBack = await withhold(page, /\/assets\/NoteEditor/);
  await page.goto(`/files/${made.id}`);
  await page.getByRole("button", { name: say("note.write"), exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(say("ui.unloaded"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page
    .getByRole("alert")
    .getByRole("button", { name: say("ui.retry") })
    .click();
  await expect(page.getByRole("alert")).toContainText(say("ui.unloaded"));

  await comeBack();
  await page
    .getByRole("alert")
    .getByRole("button", { name: say("ui.retry") })
    .click();
  const text = page.getByRole("textbox", { name: say("note.editor.label") });
  await text.fill("Written after all.");
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
  // With its styles: the place of the paragraph's number.
  await expect(text).toHaveCSS("padding-left", "44px");
});

test("a palette that could not be loaded leaves the form as it is", async ({ browser }) => {
  const { page, say } = await signIn(browser, CLERK, "en");
  await page.goto("/registry/new");
  await page.getByLabel(say("receipt.sender_name")).fill("Accountant General");
  const comeBack = await withhold(page, /\/assets\/Palette/);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByText(say("ui.unloaded"))).toBeVisible();
  await expect(page.getByLabel(say("receipt.sender_name"))).toHaveValue("Accountant General");

  await comeBack();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a page that cannot be loaded is not gone to", async ({ browser, request }) => {
  const officer = await signInOnNewFile({ browser, request }, "No page");
  const { page, say, file: made } = officer;
  await write(officer, ["These words stay."]);
  const comeBack = await withhold(page, /\/assets\/OrganisationPage/);
  const link = page
    .getByRole("navigation")
    .getByRole("link", { name: say("shell.organisation") })
    .first();
  await link.click();
  await expect(page.getByText(say("ui.unloaded"))).toBeVisible();
  await expect(page).toHaveURL(new RegExp(made.id));
  await expect(page.locator(".note-editor")).toContainText("These words stay.");

  await comeBack();
  await link.click();
  await expect(page).toHaveURL(/\/organisation/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.locator(".note-editor")).toContainText("These words stay.");
});

test("an address whose page cannot be loaded says so within the office", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  const comeBack = await withhold(page, /\/assets\/OrganisationPage/);
  await page.goto("/organisation");
  await expect(page.getByRole("alert")).toContainText(say("ui.unloaded"));
  await expect(page.getByRole("banner")).toBeVisible();
  await comeBack();
  await page.getByRole("button", { name: say("ui.retry") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("after an update of the office a page is opened in the new version", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  const comeBack = await withhold(page, /\/assets\/OrganisationPage/);
  await page.route(/:\d+\/$/, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: '<script type="module" src="/assets/index-new.js"></script>',
    }),
  );
  await page
    .getByRole("navigation")
    .getByRole("link", { name: say("shell.organisation") })
    .first()
    .click();
  await expect(page).toHaveURL(/\/organisation/);
  await expect(page.getByRole("alert")).toContainText(say("ui.unloaded"));
  await comeBack();
  await page.getByRole("button", { name: say("ui.retry") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
